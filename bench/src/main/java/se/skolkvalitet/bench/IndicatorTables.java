package se.skolkvalitet.bench;

/** What indicator-service has taken in and calculated, emptied for the next repetition. */
final class IndicatorTables {
    private static final String EMPTY_VALUES = """
            truncate value, calculation, protected_table, withheld_figure cascade;
            do $$
            declare part regclass;
            begin
                for part in select inhrelid from pg_inherits where inhparent = 'value'::regclass loop
                    execute 'drop table ' || part;
                end loop;
            end $$""";

    private IndicatorTables() {}

    static void emptyStatistics(Database database) {
        database.execute("truncate observation, statistics_import cascade");
    }

    static void emptyValues(Database database) {
        database.execute(EMPTY_VALUES);
    }
}
