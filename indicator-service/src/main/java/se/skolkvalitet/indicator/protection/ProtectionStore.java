package se.skolkvalitet.indicator.protection;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.protection.Places.Place;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/** What a calculation has gathered of pupils, in its temporary tables, and what it must not tell of it. */
@Store
class ProtectionStore {
    private static final String CREATE_FIGURES = load("create-figures");
    private static final String FIGURES = load("select-figures");
    private static final String INSERT_TABLE = load("insert-table");
    private static final String ADD_WITHHELD = load("add-withheld-figures");
    private static final String KEEP_WITHHELD_FIGURES = load("keep-withheld-figures");
    private static final String TOUCH_FAMILIES = load("touch-families");
    private static final String TOUCH_ONCE = load("touch-once");
    private static final String TAKE_OVER = load("take-over-tables");
    private static final String EARLIER = load("select-earlier");
    private static final String IS_OUTDATED = load("is-outdated");
    private static final String PLACES = load("select-places");
    private static final String WITHHOLD_RESULTS = load("withhold-results");
    private static final String WITHHOLD_INPUT = load("withhold-input");
    private static final String WITHHOLD_ESTIMATES = load("withhold-estimates");

    @Inject
    Jdbi jdbi;

    /**
     * What is protected as a whole.
     *
     * @param hasClosedWeights whether some are weighed by figures that their source does not publish
     */
    record FamilyAndPeriod(int family, String period, boolean hasClosedWeights) {}

    /** Whether there is any figure that its source does not publish. */
    boolean hasClosedFigures() {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from input where closed)")
                .mapTo(Boolean.class)
                .one());
    }

    /** @return of which families and periods sources do not publish all figures, one period after the other */
    List<FamilyAndPeriod> gather() {
        return jdbi.withHandle(handle -> {
            handle.execute(CREATE_FIGURES);
            return handle.createQuery("select family, period, has_closed_weights from protected_period"
                            + " where exists (select from figure_of_pupils as figure where"
                            + " (figure.family, figure.period) = (protected_period.family, protected_period.period))"
                            + " order by period, family")
                    .mapTo(FamilyAndPeriod.class)
                    .list();
        });
    }

    List<FigureOfPupils> figures(int family, String period) {
        return jdbi.withHandle(handle -> handle.createQuery(FIGURES)
                .bind("family", family)
                .bind("period", period)
                .mapTo(FigureOfPupils.class)
                .list());
    }

    Places places(String period) {
        return new Places(jdbi.withHandle(handle -> handle.createQuery(PLACES)
                .bind("period", period)
                .mapTo(Place.class)
                .list()));
    }

    /** Keeps a table and its proof, and what no value may tell that follows. */
    void keep(long calculation, FiguresTogether.Kept kept) {
        jdbi.useHandle(handle -> {
            long number = handle.createQuery(INSERT_TABLE)
                    .bind("calculation", calculation)
                    .bindMethods(kept.table())
                    .bind("levels", new Json(kept.table().levels()))
                    .bindArray("sums", String.class, kept.table().sums())
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate(ADD_WITHHELD)
                    .bind("table", number)
                    .bind("period", kept.table().period())
                    .bind("withheld", new Json(kept.withheld()))
                    .execute();
        });
    }

    /** Lets no value that follows tell what is withheld in tables that are kept. */
    void withhold() {
        jdbi.useHandle(handle -> {
            handle.execute("analyze withheld_figure_of_pupils");
            handle.execute(WITHHOLD_RESULTS);
            handle.execute(WITHHOLD_INPUT);
            handle.execute(WITHHOLD_ESTIMATES);
            handle.execute(KEEP_WITHHELD_FIGURES);
        });
    }

    /**
     * Touches all that is withheld together with something that is touched, or with something that has been published since.
     *
     * @param base that is taken over from
     */
    void touchFamilies(long base) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(TOUCH_FAMILIES).bind("base", base).execute();
            handle.execute(TOUCH_ONCE);
        });
    }

    /** What releases have told of these sums in a period, the oldest first. */
    List<EarlierTable> earlier(List<String> sums, String period) {
        return jdbi.withHandle(handle -> handle.createQuery(EARLIER)
                .bindArray("sums", String.class, sums)
                .bind("period", period)
                .map((row, context) -> EarlierTable.read(
                        row.getString("release"), row.getBytes("files"), row.getBytes("secret_values")))
                .list());
    }

    /** The sequence of the newest release; 0 where there is none. */
    long newestRelease() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(max(sequence), 0) from release where published_at is not null")
                .mapTo(Long.class)
                .one());
    }

    boolean isOutdated(long calculation) {
        return jdbi.withHandle(handle -> handle.createQuery(IS_OUTDATED)
                .bind("calculation", calculation)
                .mapTo(Boolean.class)
                .one());
    }

    /** Keeps for a calculation what was withheld in another of what it takes over from it. */
    void takeOver(long calculation, long base) {
        jdbi.useHandle(handle -> handle.createUpdate(TAKE_OVER)
                .bind("calculation", calculation)
                .bind("base", base)
                .execute());
    }

    private static String load(String name) {
        return Sql.load(ProtectionStore.class, name);
    }
}
