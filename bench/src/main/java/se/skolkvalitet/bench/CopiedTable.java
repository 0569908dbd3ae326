package se.skolkvalitet.bench;

import java.nio.file.Path;

/** The yardstick of what fills a table: {@code COPY} of the same rows into an identical one. */
final class CopiedTable {
    private final Database database;
    private final String copy;
    private final Path rows;

    /** @param folder where the rows wait, as they are in the table now */
    CopiedTable(Database database, String table, Path folder) {
        this.database = database;
        this.copy = "bench_" + table;
        this.rows = folder.resolve(table + ".copy");
        database.copyOut(table, rows);
        database.execute("drop table if exists " + copy);
        database.execute("create table %s (like %s including all)".formatted(copy, table));
    }

    void empty() {
        database.execute("truncate " + copy);
    }

    void fill() {
        database.copyIn(copy, rows);
    }

    void drop() {
        database.execute("drop table " + copy);
    }
}
