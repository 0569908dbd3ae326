package se.skolkvalitet.bench;

import java.util.List;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** A file of statistics on its way into an empty database. */
final class StatisticsImportRow implements Row {
    private static final String PATH = "/v1/imports?source=skolverket-planned-educations-gr";
    private static final String YARDSTICK = "`COPY`";
    private static final String GAP = "The import reads JSON, checks every line against the edition and the register, "
            + "stages the rows, looks through them for figures that are told twice and for areas that nobody knows, inserts "
            + "them, and holds each against that of the period before: each row is written twice, and grouped or joined three "
            + "times. Nearer would come: figures that are told twice found by the index that they go into anyway, and lines "
            + "read by two threads.";

    private record Turn(Jobs.Done ours, double copy) {
        @Override
        public String toString() {
            return "%.2f s, at work %.2f s; COPY %.2f s".formatted(ours.seconds(), ours.secondsAtWork(), copy);
        }
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        Api indicator = bench.api(ServiceKind.INDICATOR);
        Database database = bench.database(ServiceKind.INDICATOR);
        CopiedTable copy = new CopiedTable(database, "observation", bench.folder());
        List<Turn> turns = bench.inTurn("statistics", () -> {
            IndicatorTables.emptyStatistics(database);
            copy.empty();
            database.settle();
            Jobs.Done ours = Jobs.run(indicator, () -> indicator.upload(PATH, bench.statistics()));
            database.settle();
            return new Turn(ours, Stopwatch.secondsOf(copy::fill));
        });
        copy.drop();
        String measured =
                measured(database.number("select count(*) from observation"), JsonTokens.seconds(bench.statistics()));
        return List.of(
                new Measurement(
                        "statistics-import",
                        "Import of statistics, from the upload until the client knows that it is completed",
                        YARDSTICK,
                        Figures.of(
                                Unit.SECONDS,
                                turns.stream()
                                        .map(turn -> new Pair(turn.ours().seconds(), turn.copy()))
                                        .toList()),
                        measured,
                        GAP),
                new Measurement(
                        "statistics-import-job",
                        "Import of statistics, the job alone",
                        YARDSTICK,
                        Figures.of(
                                Unit.SECONDS,
                                turns.stream()
                                        .map(turn -> new Pair(turn.ours().secondsAtWork(), turn.copy()))
                                        .toList()),
                        measured,
                        GAP));
    }

    private static String measured(long rows, double reading) {
        return ("%,d observations in one file over HTTP into an empty table; `COPY` of the same rows into a table with the"
                        + " same columns, checks and indexes, without foreign keys, in the same database. To read the JSON of"
                        + " the file alone, token by token with Jackson in the bench's own JVM, takes %.2f s, the best of"
                        + " three.")
                .formatted(rows, reading);
    }
}
