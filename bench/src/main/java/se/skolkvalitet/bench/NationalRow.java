package se.skolkvalitet.bench;

import java.util.List;
import java.util.function.Function;
import se.skolkvalitet.bench.Figures.Pair;

/** Figures by sex at the size of the country: from a CSV file of ours to values, and on after a correction. */
final class NationalRow implements Row {
    /** Each takes minutes. */
    private static final int REPETITIONS = 2;

    private static final String GAP_IMPORT =
            "The import reads every line, checks it against the edition and stages it. Then it goes through all that is staged"
                    + " for figures that are told twice and for areas that nobody knows, inserts, and goes through it once more"
                    + " for what is odd: girls and boys against all, each figure against that of the period before. After the"
                    + " insert, which both have, the last is dearest, most of all where a file has several periods."
                    + " Nearer would come: girls, boys and all, who stand beside each other in a file, compared while it is"
                    + " read; figures that are told twice found by the index that they go into anyway; lines read by two"
                    + " threads.";
    private static final String GAP_CALCULATION =
            "The yardstick reads the rows once for each level, on all cores, and writes nothing. The calculation adds up with"
                    + " weights, bounds and statuses where organiser and municipality cross, and from there to all levels,"
                    + " rounds and ranks, takes three periods together, writes a row for each unit and area, and makes two"
                    + " indexes of them, nearly all of it on one core: temporary tables are not read by several."
                    + " To write the rows and make their indexes is alone dearer than the yardstick. Nearer would come:"
                    + " tables that are not logged instead of temporary ones, so that all cores add up; units' own figures read"
                    + " where they are and not written once more; one index of values instead of two.";
    private static final String GAP_FOLLOWING =
            "What is taken over is copied into a table without indexes, and these are made when it is filled: each takes about"
                    + " as long as the other. Nearer would come: values that stay where they were calculated first and are read"
                    + " from there, so that a correction writes what it changes and no more.";

    @Override
    public String name() {
        return "national";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        NationalFigures figures = NationalFigures.make(bench);
        try (NationalRun run = new NationalRun(bench, figures)) {
            List<NationalTurn> turns = bench.inTurn(name(), REPETITIONS, run::turn);
            NationalTurn last = turns.get(turns.size() - 1);
            String imported = imported(figures, last);
            return List.of(
                    measurement(
                            "national-import-from-upload",
                            "Import of figures by sex of a whole country, from the upload until the client knows that it"
                                    + " is completed",
                            CopiedCsv.TITLE,
                            turns,
                            NationalTurn::importFromUpload,
                            imported,
                            GAP_IMPORT),
                    measurement(
                            "national-import",
                            "Import of figures by sex of a whole country, the job alone",
                            CopiedCsv.TITLE,
                            turns,
                            NationalTurn::importAtWork,
                            imported,
                            GAP_IMPORT),
                    measurement(
                            "national-calculation",
                            "Calculation of all indicators from them, the job alone",
                            GroupBys.TITLE,
                            turns,
                            NationalTurn::calculation,
                            calculated(figures, last),
                            GAP_CALCULATION),
                    measurement(
                            "national-calculation-following",
                            "Calculation of all indicators after the correction of one figure, the job alone",
                            CopiedValues.TITLE,
                            turns,
                            NationalTurn::calculationFollowing,
                            following(last),
                            GAP_FOLLOWING));
        }
    }

    private static Measurement measurement(
            String id,
            String title,
            String yardstick,
            List<NationalTurn> turns,
            Function<NationalTurn, Pair> pair,
            String measured,
            String gap) {
        Figures figures = Figures.of(Unit.SECONDS, turns.stream().map(pair).toList());
        return new Measurement(id, title, yardstick, figures, measured, gap);
    }

    private static String imported(NationalFigures figures, NationalTurn turn) {
        return ("%,d figures of %d measures, of all, girls and boys, periods: %d, %,.0f MB of CSV in one file over HTTP into"
                        + " empty tables. `COPY` of the same file into a plain table (%.1f s) and `INSERT … SELECT` from"
                        + " there into a table with the same columns, checks and indexes (%.1f s), in the same database."
                        + " Of its 256 MB of heap the service kept at most %s beside new objects in the first, second and"
                        + " last third of the import, looked at each second. %d repetitions.")
                .formatted(
                        figures.figures(),
                        figures.measures(),
                        figures.periods(),
                        figures.megabytes(),
                        turn.copy(),
                        turn.insert(),
                        turn.heap(),
                        REPETITIONS);
    }

    private static String calculated(NationalFigures figures, NationalTurn turn) {
        return "%d indicators from %,d observations, %,d values written; %s %d repetitions."
                .formatted(turn.indicators(), figures.figures(), turn.values(), GroupBys.MEASURED, REPETITIONS);
    }

    private static String following(NationalTurn turn) {
        return ("One figure of one measure corrected in the newest period by a file of its own; %,d of %,d values taken over."
                        + " These values copied with one `INSERT … SELECT` into a table with the same columns, checks and"
                        + " indexes. %d repetitions.")
                .formatted(turn.takenOver(), turn.values(), REPETITIONS);
    }
}
