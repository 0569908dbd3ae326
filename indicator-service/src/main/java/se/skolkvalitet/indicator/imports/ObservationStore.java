package se.skolkvalitet.indicator.imports;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.imports.StatisticsImportJob.Changes;
import se.skolkvalitet.kit.db.Bulk;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.StagedFaultStore;

/**
 * Observations in the database, taken in by the file. All of it happens in the caller's transaction, in this order:
 * {@link #stage}, {@link #findFaults}, {@link #dropFaulty}, {@link #compare}, {@link #supersede}, {@link #findWarnings}.
 */
@Store
class ObservationStore {
    private static final String STAGE = Sql.load(ObservationStore.class, "stage-observations");
    private static final String FIND_FAULTS = Sql.load(ObservationStore.class, "find-faults-of-staged-observations");
    private static final String CREATE_TOLD = Sql.load(ObservationStore.class, "create-told");
    private static final String CREATE_FIGURES_BEFORE = Sql.load(ObservationStore.class, "create-figures-before");
    private static final String CREATE_ODD = Sql.load(ObservationStore.class, "create-odd");
    private static final String ADD_ODD_DIFFERENCES = Sql.load(ObservationStore.class, "add-odd-differences");
    private static final String FIND_WARNINGS =
            Sql.load(ObservationStore.class, "find-warnings-of-staged-observations");
    private static final String FIND_KNOWN = Sql.load(ObservationStore.class, "find-known-observation");
    private static final String TAKE_ALL = Sql.load(ObservationStore.class, "take-all-observations");
    private static final String COMPARE = Sql.load(ObservationStore.class, "compare-observations");
    private static final String WITHDRAW = Sql.load(ObservationStore.class, "withdraw-observations");
    private static final String WITHDRAW_OTHERS = Sql.load(ObservationStore.class, "withdraw-what-others-told");
    private static final String CHANGES = Sql.load(ObservationStore.class, "count-changes");
    private static final String SUPERSEDE = Sql.load(ObservationStore.class, "supersede-observations");
    private static final String INSERT = Sql.load(ObservationStore.class, "insert-observations");
    private static final String KEEP_PERIODS = Sql.load(ObservationStore.class, "keep-periods");
    private static final int FETCH = 1000;

    @Inject
    Jdbi jdbi;

    /** What a measure's figures are, as the statement of the warnings has it. */
    private record MeasureKind(String measure, String kind) {}

    /** A measure whose figures are those of one measure less those of another. */
    private record DifferenceOf(String measure, String of, String less) {}

    /** Observations of one status. */
    public record StatusCount(String status, long count) {}

    /** Where the observations of a file go, line by line. */
    interface Staging {
        void add(long line, Observation observation);
    }

    /** @param file reads the file into the staging and says how many lines it had */
    long stage(ToLongFunction<Staging> file) {
        return jdbi.withHandle(handle -> {
            handle.execute(STAGE);
            try (Bulk bulk = Bulk.into(handle, "staged_observation")) {
                long lines = file.applyAsLong((line, observation) -> write(bulk, line, observation));
                bulk.finish();
                handle.execute("analyze staged_observation");
                return lines;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(Bulk bulk, long line, Observation observation) {
        Group group = observation.group();
        Figure figure = observation.figure();
        bulk.row(
                line,
                observation.level().value(),
                observation.area(),
                observation.measure(),
                observation.period().value(),
                group.schoolForm(),
                group.sex(),
                group.grade(),
                group.programme(),
                plain(figure.value()),
                plain(figure.low()),
                plain(figure.high()),
                figure.status().value(),
                observation.raw());
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** Looks for faults that only show beside other lines or data, and tells them in the order of the file. */
    void findFaults(Consumer<LineFault> faults) {
        jdbi.useHandle(handle -> StagedFaultStore.find(handle, FIND_FAULTS, faults));
    }

    /** After {@link #findFaults}. A line counts as a whole: with one fault in it nothing of it is imported. */
    void dropFaulty() {
        jdbi.useHandle(handle ->
                handle.execute("delete from staged_observation where line in (select line from staged_fault)"));
    }

    /**
     * Holds what is staged against what is known, and says what differs. What another source told of the same measures and levels
     * is withdrawn.
     *
     * @param isOpen whether the source publishes the figures: what was known and not published is another figure then
     * @param complete to take every known figure that is not staged for withdrawn, of the measures, periods and levels that
     *     are staged
     */
    Changes compare(StatisticsSource source, boolean isOpen, boolean complete) {
        return jdbi.withHandle(handle -> {
            handle.execute(CREATE_TOLD);
            handle.execute("analyze told");
            if (!handle.createQuery(FIND_KNOWN)
                    .bind("source", source)
                    .mapTo(Boolean.class)
                    .one()) {
                handle.execute(TAKE_ALL);
                return new Changes(
                        statuses().values().stream().mapToLong(Long::longValue).sum(), 0, 0, 0);
            }
            handle.createUpdate(COMPARE).bind("isOpen", isOpen).execute();
            if (complete) {
                handle.execute(WITHDRAW);
            }
            handle.createUpdate(WITHDRAW_OTHERS).bind("source", source).execute();
            return handle.createQuery(CHANGES).mapTo(Changes.class).one();
        });
    }

    /** What is staged, by status. */
    Map<String, Long> statuses() {
        Map<String, Long> statuses = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select status, sum(figures) as count from told group by status")
                .mapTo(StatusCount.class)
                .forEach(row -> statuses.put(row.status(), row.count())));
        return statuses;
    }

    /** Puts what differs or is new in the place of what was known, under the import's number, and keeps of which periods it is. */
    void supersede(long number) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(SUPERSEDE).bind("import", number).execute();
            handle.createUpdate(INSERT).bind("import", number).execute();
            handle.createUpdate(KEEP_PERIODS).bind("import", number).execute();
        });
    }

    /**
     * Looks for what is odd in the figures that are staged, once they are in the place of what was known, and tells it in the
     * order of the file.
     *
     * @param measures by their key in the source
     */
    void findWarnings(
            Map<String, Measure> measures,
            StatisticsSource source,
            WarningLimits limits,
            Consumer<LineFault> warnings) {
        List<MeasureKind> kinds = measures.values().stream()
                .map(measure -> new MeasureKind(measure.code(), measure.kind()))
                .toList();
        List<DifferenceOf> differences = source.differences().stream()
                .filter(difference -> measures.keySet().containsAll(difference.keys()))
                .map(difference -> new DifferenceOf(
                        measures.get(difference.key()).code(),
                        measures.get(difference.of()).code(),
                        measures.get(difference.less()).code()))
                .toList();
        jdbi.useHandle(handle -> {
            handle.execute(CREATE_FIGURES_BEFORE);
            handle.execute("analyze figure_before");
            handle.createUpdate(CREATE_ODD)
                    .bind("measures", new Json(kinds))
                    .bind("sharePoints", limits.sharePoints())
                    .bind("factor", limits.factor())
                    .bind("leastCount", limits.leastCount())
                    .execute();
            if (!differences.isEmpty()) {
                handle.createUpdate(ADD_ODD_DIFFERENCES)
                        .bind("differences", new Json(differences))
                        .execute();
            }
            handle.execute("analyze odd");
            handle.createQuery(FIND_WARNINGS)
                    .setFetchSize(FETCH)
                    .mapTo(LineFault.class)
                    .forEach(warnings);
        });
    }
}
