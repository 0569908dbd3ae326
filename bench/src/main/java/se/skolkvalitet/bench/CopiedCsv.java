package se.skolkvalitet.bench;

import java.nio.file.Path;

/**
 * The yardstick of an import of a CSV file of ours: {@code COPY} of the file into a plain table, and from there one
 * statement into a table like that of the observations.
 */
final class CopiedCsv {
    static final String TITLE = "`COPY` and `INSERT`";
    private static final String STAGING = """
            create table bench_csv (
                measure text, level text, area text, period text, school_form text, sex text,
                value numeric, low numeric, high numeric, status text
            )""";
    private static final String INSERT = """
            insert into bench_observation (
                level, area, measure, period, school_form, sex, grade, programme, value, low, high, status, raw, import, line
            )
            select level, area, measure, period, school_form, sex, '', '', value, low, high, coalesce(status, 'normal'),
                value::text, 1, row_number() over ()
            from bench_csv""";

    private final Database database;
    private final Path csv;

    CopiedCsv(Database database, Path csv) {
        this.database = database;
        this.csv = csv;
        drop();
        database.execute(STAGING);
        database.execute("create table bench_observation (like observation including all)");
    }

    void copy() {
        database.copyCsvIn("bench_csv", csv);
    }

    void insert() {
        database.execute(INSERT);
    }

    void empty() {
        database.execute("truncate bench_csv, bench_observation");
    }

    void drop() {
        database.execute("drop table if exists bench_csv, bench_observation");
    }
}
