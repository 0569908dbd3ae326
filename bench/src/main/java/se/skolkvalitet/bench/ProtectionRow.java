package se.skolkvalitet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/**
 * Counts of pupils by sex at the size of the country, which their source does not publish: what would tell few is withheld, a
 * release is made of them, and its proofs are checked. Once, as it takes minutes.
 */
final class ProtectionRow implements Row {
    private static final String GAP_PROTECTION =
            "The yardstick is our own calculation of the same figures where everybody can read them at their source, and"
                    + " nothing is withheld for others. Nearly all of the difference is the search for what to withhold, whose"
                    + " dearest parts are to see of hundreds of organisers what each works out by its own figures, and to show"
                    + " that each count of few is uncertain in whole numbers to everybody and to each of them."
                    + " Nearer would come: equations solved once for all choices that are looked at and changed where a choice"
                    + " differs from the one before it.";
    private static final String GAP_RELEASE =
            "The release looks through all values for what is other than the year before, checks each proof once more, and"
                    + " writes each value twice, as CSV and as JSON, compresses and digests both, and stores them. Nearer would"
                    + " come: both files written in one reading of the values.";
    private static final String GAP_CHECK =
            "The check adds up, in whole numbers of any length, all equations of every table for several changes, of each organiser,"
                    + " too, and digests every file. Nearer would come: tables checked side by side.";

    @Override
    public String name() {
        return "protection";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        CountsOfPupils counts = CountsOfPupils.make(bench);
        Api indicator = bench.apiOfLongWork(ServiceKind.INDICATOR);
        Database database = bench.database(ServiceKind.INDICATOR);
        Jobs.Done open = calculate(indicator, database, counts, "&licence=CC0-1.0");
        bench.say("of open figures: %.1f s".formatted(open.secondsAtWork()));
        Jobs.Done closed = calculate(indicator, database, counts, "");
        String withheld = withheld(database);
        bench.say("calculation: %.1f s; %s".formatted(closed.secondsAtWork(), withheld));
        long calculation = closed.report().path("number").asLong();
        ReleasedFiles released = ReleasedFiles.of(calculation, indicator, bench);
        double copying = Stopwatch.secondsOf(() -> database.copyOut(
                "(select * from value where calculation = %d)".formatted(calculation),
                bench.folder().resolve("values.copy")));
        bench.say("release: %.1f s".formatted(released.released().secondsAtWork()));
        CheckedFiles files = new CheckedFiles(bench.options().root(), released.folder());
        double checking = Stopwatch.secondsOf(files::check);
        double reading = Stopwatch.secondsOf(files::read);
        bench.say("check: %.1f s; reading: %.1f s; %s".formatted(checking, reading, files.said()));
        return List.of(
                measurement(
                        "protection",
                        "Calculation of counts of pupils that are not published, the job alone",
                        "the same of counts that are published",
                        new Pair(closed.secondsAtWork(), open.secondsAtWork()),
                        "%,d counts of all, girls and boys, tests: %d, periods: %d. %s. %s. Once."
                                .formatted(
                                        counts.figures(),
                                        counts.tests(),
                                        counts.periods(),
                                        withheld,
                                        levels(indicator, released)),
                        GAP_PROTECTION),
                measurement(
                        "protection-release",
                        "Release of them with its files, the job alone",
                        "`COPY` of its values to a file",
                        new Pair(released.released().secondsAtWork(), copying),
                        "%,d values. Once."
                                .formatted(released.released()
                                        .report()
                                        .path("release")
                                        .path("valueCount")
                                        .asLong()),
                        GAP_RELEASE),
                measurement(
                        "protection-check",
                        "`check` of the release, the whole process with 512 MB of heap",
                        CheckedFiles.TITLE,
                        new Pair(checking, reading),
                        files.said() + ". Once.",
                        GAP_CHECK));
    }

    private static Measurement measurement(
            String id, String title, String yardstick, Pair pair, String measured, String gap) {
        return new Measurement(id, title, yardstick, Figures.of(Unit.SECONDS, List.of(pair)), measured, gap);
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
                    '%s tables with %s figures and sums, %s of few, %s of them by equations alone; %s withheld for others, which cost %s and at least %s',
                    count(*), sum(cells), sum(primary_cells), sum(equation_cells), sum(secondary_cells), sum(cost), sum(cost_at_least))
                from protected_table""");
    }

    /** The share of what is withheld of each level. */
    private static String levels(Api indicator, ReleasedFiles released) {
        List<String> shares = new ArrayList<>();
        for (JsonNode level : indicator.get(released.path() + "/disclosure").path("levels")) {
            double figures = level.path("figures").asDouble();
            shares.add("%s %.1f %% and %.1f %%"
                    .formatted(
                            level.path("level").asText(),
                            100 * level.path("few").asDouble() / figures,
                            100 * level.path("others").asDouble() / figures));
        }
        return "Withheld as they are few, and for others: " + String.join(", ", shares);
    }
}
