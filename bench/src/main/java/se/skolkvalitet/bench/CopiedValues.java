package se.skolkvalitet.bench;

/** The yardstick of a calculation that takes most over: its values copied with one statement into an identical table. */
final class CopiedValues {
    static final String TITLE = "`INSERT … SELECT`";

    private final Database database;

    CopiedValues(Database database) {
        this.database = database;
        drop();
        database.execute("create table bench_value (like value including all)");
    }

    void copy(long calculation) {
        database.execute("insert into bench_value select * from value where calculation = " + calculation);
    }

    long count() {
        return database.number("select count(*) from bench_value");
    }

    void empty() {
        database.execute("truncate bench_value");
    }

    void drop() {
        database.execute("drop table if exists bench_value");
    }
}
