package se.skolkvalitet.bench;

import java.util.List;
import java.util.Map;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** Every indicator of the edition for every area and period. */
final class CalculationRow implements Row {
    private static final String GAP =
            "The yardstick reads the rows once for each level and writes nothing. The calculation gathers them once, "
                    + "holds them against the register of each period, adds them up where organiser and municipality cross and "
                    + "from there to all levels, and writes a row with status, coverage and counts for each unit and area. Nearer "
                    + "would come: units' own figures read where they are and not written once more, and one index of values "
                    + "instead of two.";

    private record Turn(Jobs.Done ours, double groupBys) {
        @Override
        public String toString() {
            return "%.2f s; GROUP BYs %.2f s".formatted(ours.secondsAtWork(), groupBys);
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
            IndicatorTables.emptyValues(database);
            database.settle();
            Jobs.Done ours = Jobs.run(indicator, () -> indicator.post("/v1/calculations", Map.of("edition", 1)));
            return new Turn(ours, GroupBys.seconds(database));
        });
        return List.of(new Measurement(
                "calculation",
                "Calculation of all indicators, the job alone",
                GroupBys.TITLE,
                Figures.of(
                        Unit.SECONDS,
                        turns.stream()
                                .map(turn -> new Pair(turn.ours().secondsAtWork(), turn.groupBys()))
                                .toList()),
                ("%d indicators from %,d observations, %,d values written; %s Until now the yardstick was one `GROUP BY`, by"
                                + " municipality, measure and period.")
                        .formatted(
                                turns.get(0).ours().report().path("indicators").asInt(),
                                database.number("select count(*) from observation"),
                                database.number("select count(*) from value"),
                                GroupBys.MEASURED),
                GAP));
    }
}
