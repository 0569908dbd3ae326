package se.skolkvalitet.bench;

import java.util.List;
import java.util.Map;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** Counts of pupils by sex at the size of the country, which their source does not publish: what would tell few is withheld. */
final class ProtectionRow implements Row {
    /** Each takes minutes. */
    private static final int REPETITIONS = 1;

    private static final String GAP =
            "The yardstick is our own calculation of the same figures where everybody can read them at their source, and"
                    + " nothing is withheld for others. Nearly all of the difference is the search for what to withhold, whose"
                    + " dearest parts are to see of hundreds of organisers what each works out by its own figures, and to show"
                    + " that each count of few is uncertain in whole numbers to everybody and to each of them."
                    + " Nearer would come: equations solved once for all choices that are looked at and changed where a choice"
                    + " differs from the one before it.";

    private record Turn(Jobs.Done closed, Jobs.Done open, String withheld) {
        @Override
        public String toString() {
            return "calculation %.1f s, of open figures %.1f s; %s"
                    .formatted(closed.secondsAtWork(), open.secondsAtWork(), withheld);
        }
    }

    @Override
    public String name() {
        return "protection";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        CountsOfPupils counts = CountsOfPupils.make(bench);
        Api indicator = bench.apiOfLongWork(ServiceKind.INDICATOR);
        Database database = bench.database(ServiceKind.INDICATOR);
        List<Turn> turns = bench.inTurn(name(), REPETITIONS, () -> {
            Jobs.Done closed = calculate(indicator, database, counts, "");
            String withheld = withheld(database);
            return new Turn(closed, calculate(indicator, database, counts, "&licence=CC0-1.0"), withheld);
        });
        Turn last = turns.get(turns.size() - 1);
        return List.of(new Measurement(
                "protection",
                "Calculation of counts of pupils that are not published, the job alone",
                "the same of counts that are published",
                Figures.of(
                        Unit.SECONDS,
                        turns.stream()
                                .map(turn -> new Pair(
                                        turn.closed().secondsAtWork(),
                                        turn.open().secondsAtWork()))
                                .toList()),
                "%,d counts of all, girls and boys, tests: %d, periods: %d. %s. %d repetition."
                        .formatted(counts.figures(), counts.tests(), counts.periods(), last.withheld(), REPETITIONS),
                GAP));
    }

    private static Jobs.Done calculate(Api indicator, Database database, CountsOfPupils counts, String licence) {
        IndicatorTables.emptyStatistics(database);
        IndicatorTables.emptyValues(database);
        database.settle();
        Jobs.run(indicator, () -> indicator.upload("/v1/imports?source=csv" + licence, counts.csv(), "text/csv"));
        database.execute("vacuum (analyze)");
        database.settle();
        return Jobs.run(indicator, () -> indicator.post("/v1/calculations", Map.of("edition", counts.edition())));
    }

    private static String withheld(Database database) {
        return database.text("""
                select format(
                    '%s tables with %s figures and sums, %s of few; %s withheld for others, which cost %s and at least %s',
                    count(*), sum(cells), sum(primary_cells), sum(secondary_cells), sum(cost), sum(cost_at_least))
                from protected_table""");
    }
}
