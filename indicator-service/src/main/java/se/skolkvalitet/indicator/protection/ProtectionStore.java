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
    private static final String PLACES = load("select-places");
    private static final String WITHHOLD_RESULTS = load("withhold-results");
    private static final String WITHHOLD_INPUT = load("withhold-input");

    @Inject
    Jdbi jdbi;

    /** What is protected as a whole. */
    record FamilyAndPeriod(int family, String period) {}

    private record SumOfFamily(int family, int step) {}

    /** Whether there is any figure that its source does not publish. */
    boolean hasClosedFigures() {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from input where closed)")
                .mapTo(Boolean.class)
                .one());
    }

    /** @return of which families and periods sources do not publish all figures */
    List<FamilyAndPeriod> gather(List<Family> families) {
        List<SumOfFamily> sums = families.stream()
                .flatMap(family -> family.sums().stream().map(sum -> new SumOfFamily(family.number(), sum.step())))
                .toList();
        return jdbi.withHandle(handle -> {
            handle.createUpdate(CREATE_FIGURES).bind("sums", new Json(sums)).execute();
            return handle.createQuery("select family, period from protected_period order by family, period")
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

    /**
     * Keeps a table and its proof.
     *
     * @return its number
     */
    long keep(long calculation, ProtectedTable table) {
        return jdbi.withHandle(handle -> handle.createQuery(INSERT_TABLE)
                .bind("calculation", calculation)
                .bindMethods(table)
                .bind("levels", new Json(table.levels()))
                .mapTo(Long.class)
                .one());
    }

    /** Lets no value tell it that follows. */
    void withhold(List<Withheld> withheld) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(ADD_WITHHELD)
                    .bind("withheld", new Json(withheld))
                    .execute();
            handle.execute("analyze withheld_figure_of_pupils");
            handle.execute(WITHHOLD_RESULTS);
            handle.execute(WITHHOLD_INPUT);
            handle.execute(KEEP_WITHHELD_FIGURES);
        });
    }

    /** Touches all that is withheld together with something that is touched. */
    void touchFamilies() {
        jdbi.useHandle(handle -> {
            handle.execute(TOUCH_FAMILIES);
            handle.execute(TOUCH_ONCE);
        });
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
