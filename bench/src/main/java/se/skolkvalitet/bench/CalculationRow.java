package se.skolkvalitet.bench;

import java.util.List;
import java.util.Map;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** Every indicator of the edition for every area and period. */
final class CalculationRow implements Row {
    private static final String GROUP_BY = """
            select count(*)
            from (
                select municipality, measure, period, count(value), avg(value)
                from observation
                join school_unit on school_unit.code = observation.area
                where superseded_by is null
                group by municipality, measure, period
            ) as grouped""";
    private static final String FORGET = """
            truncate value, calculation cascade;
            do $$
            declare part regclass;
            begin
                for part in select inhrelid from pg_inherits where inhparent = 'value'::regclass loop
                    execute 'drop table ' || part;
                end loop;
            end $$""";
    private static final String GAP =
            "The yardstick reads the rows once and writes nothing. The calculation gathers them once, "
                    + "holds them against the register of each period, adds them up where organiser and municipality cross and "
                    + "from there to all levels, and writes a row with status, coverage and counts for each unit and area. Nearer "
                    + "would come: units' own figures read where they are and not written once more, and values whose indexes are "
                    + "made after they are written.";

    private record Turn(Jobs.Done ours, double groupBy) {
        @Override
        public String toString() {
            return "%.2f s; GROUP BY %.2f s".formatted(ours.secondsAtWork(), groupBy);
        }
    }

    @Override
    public String name() {
        return "calculation";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        Api indicator = bench.api(ServiceKind.INDICATOR);
        Database database = bench.database(ServiceKind.INDICATOR);
        List<Turn> turns = bench.inTurn("calculation", () -> {
            database.execute(FORGET);
            database.settle();
            Jobs.Done ours = Jobs.run(indicator, () -> indicator.post("/v1/calculations", Map.of("edition", 1)));
            return new Turn(ours, Stopwatch.secondsOf(() -> database.number(GROUP_BY)));
        });
        return List.of(new Measurement(
                "calculation",
                "Calculation of all indicators, the job alone",
                "`GROUP BY`",
                Figures.of(
                        Unit.SECONDS,
                        turns.stream()
                                .map(turn -> new Pair(turn.ours().secondsAtWork(), turn.groupBy()))
                                .toList()),
                ("%d indicators from %,d observations, %,d values written; one `GROUP BY` by municipality, measure and"
                                + " period over the same rows joined to their unit, written nowhere.")
                        .formatted(
                                turns.get(0).ours().report().path("indicators").asInt(),
                                database.number("select count(*) from observation"),
                                database.number("select count(*) from value")),
                GAP));
    }
}
