package se.skolkvalitet.indicator.calculation;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/**
 * Calculates by the rules of {@code docs/calculation.md}, set-wise: all steps of a kind in one statement, over
 * observations that are gathered once. All of it happens in temporary tables of the caller's transaction, in this order:
 * {@link #begin}, what {@link TakingOver} leaves to be calculated, {@link #gather}, {@link #addUp}, what is withheld of pupils,
 * {@link #combine}, {@link #write}.
 */
@Store
class Calculator {
    private static final String CREATE_PLAN = load("create-plan");
    private static final String FILL_PLAN = load("fill-plan");
    private static final String PLANNED = "planned_scope, planned_series, planned_weighing, planned_part,"
            + " planned_combination, planned_spread, planned_value, planned_use, planned_family, planned_sum, planned_definition";
    private static final String CREATE_NEEDED = load("create-needed");
    private static final String CREATE_INPUT = load("create-input");
    private static final String CREATE_PLACES = load("create-places");
    private static final String PLACE_UNITS = load("place-units");
    private static final String CREATE_POPULATIONS = load("create-populations");
    private static final String ADD_UP = load("add-up");
    private static final String ADD_UP_PARTS = ADD_UP.replace("${told}", load("told-of-parts"));
    private static final String ADD_UP_SPREADS = ADD_UP.replace("${told}", load("told-of-spreads"));
    private static final String WRITE_UNITS = load("write-units");
    private static final String WRITE_PARTS = load("write-parts");
    private static final String WRITE_COMBINATIONS = load("write-combinations");
    private static final String WRITE_SPREADS = load("write-spreads");
    private static final String WRITE_TOLD = load("write-told").replace("${told}", load("select-told"));
    private static final String WRITE_VALUES = load("write-values").replace("${outcomes}", load("select-outcomes"));
    private static final String TAKE_TOGETHER = load("take-together");
    private static final String WRITE_POOLED = load("write-values").replace("${outcomes}", load("select-pooled"));

    @Inject
    Jdbi jdbi;

    /**
     * Notes what is to be calculated, and where the register has all that it is of.
     *
     * @param definitions of all that the plan wants
     */
    void begin(Plan plan, Families families, List<Definition> definitions) {
        jdbi.useHandle(handle -> {
            // Nearly all rows of a table are joined each time: hashing them is cheaper than sorting them for a merge.
            plan(handle, "enable_mergejoin", "off");
            handle.execute(CREATE_PLAN);
            handle.createUpdate(FILL_PLAN)
                    .bind("scopes", new Json(plan.scopes()))
                    .bind("series", new Json(plan.series()))
                    .bind("weighings", new Json(plan.weighings()))
                    .bind("parts", new Json(plan.parts()))
                    .bind("combinations", new Json(plan.combinations()))
                    .bind("spreads", new Json(plan.spreads()))
                    .bind("uses", new Json(plan.uses()))
                    .bind("families", new Json(families.wanted()))
                    .bind("sums", new Json(families.sums()))
                    .bind("definitions", new Json(definitions))
                    .bind("values", new Json(plan.values()))
                    .execute();
            analyze(handle, PLANNED);
            handle.execute(CREATE_PLACES);
        });
    }

    /** Takes what is needed for all that is touched from the statistics up to an import, and from the register. */
    void gather(long lastImport) {
        jdbi.useHandle(handle -> {
            handle.execute(CREATE_NEEDED);
            analyze(handle, "touched, needed");
            // The index finds the figures of some series at once; to find all by it takes four times as long as to read
            // all.
            plan(handle, "enable_nestloop", isMostNeededWhole(handle) ? "off" : "on");
            handle.createUpdate(CREATE_INPUT).bind("lastImport", lastImport).execute();
            plan(handle, "enable_nestloop", "default");
            analyze(handle, "input");
            handle.execute(PLACE_UNITS);
            handle.execute(CREATE_POPULATIONS);
        });
    }

    private static boolean isMostNeededWhole(Handle handle) {
        return handle.createQuery("""
                        select count(needed.series) filter (where period is null) * 2 > count(*)
                        from planned_series left join needed using (series)""").mapTo(Boolean.class).one();
    }

    /** Adds up what units have for each area. */
    void addUp(LeastCoverage least) {
        jdbi.useHandle(handle -> {
            // Nobody can tell the planner how many rows a step has, and few of them are never worth a loop.
            plan(handle, "enable_nestloop", "off");
            handle.execute(ADD_UP_PARTS);
            analyze(handle, "added");
            handle.execute(WRITE_UNITS);
            leastBound(handle.createUpdate(WRITE_PARTS), least).execute();
        });
    }

    /** Makes values of what has been added up, without what is withheld of that. */
    void combine(Plan plan, LeastCoverage least, DisclosureRules disclosure) {
        jdbi.useHandle(handle -> {
            for (int round = 1; round <= plan.rounds(); round++) {
                analyze(handle, "result");
                handle.createUpdate(ADD_UP_SPREADS).bind("round", round).execute();
                leastBound(handle.createUpdate(WRITE_SPREADS), least)
                        .bind("round", round)
                        .execute();
                handle.createUpdate(WRITE_COMBINATIONS)
                        .bind("round", round)
                        .bind("leastGroup", disclosure.leastGroup())
                        .bind("leastCount", disclosure.leastCount())
                        .bind("tellsNearly", disclosure.tellsNearly())
                        .execute();
            }
        });
    }

    /** Writes what is touched to the table of a calculation. */
    void write(long calculation) {
        jdbi.useHandle(handle -> {
            write(handle, WRITE_TOLD, calculation);
            write(handle, WRITE_VALUES, calculation);
        });
    }

    /**
     * Writes the three newest periods together where one of them is touched, once all of them are there.
     *
     * @param changes across which they are not
     */
    void writePooled(long calculation, List<SchoolFormChange> changes) {
        jdbi.useHandle(handle -> {
            analyze(handle, "value_" + calculation);
            handle.createUpdate(numbered(TAKE_TOGETHER, calculation))
                    .bind("changes", new Json(changes))
                    .execute();
            analyze(handle, "pooled");
            write(handle, WRITE_POOLED, calculation);
            plan(handle, "enable_nestloop", "default");
            plan(handle, "enable_mergejoin", "default");
        });
    }

    private static void write(Handle handle, String sql, long calculation) {
        handle.createUpdate(numbered(sql, calculation))
                .bind("calculation", calculation)
                .execute();
    }

    private static String numbered(String sql, long calculation) {
        return sql.replace("${number}", String.valueOf(calculation));
    }

    private static Update leastBound(Update update, LeastCoverage least) {
        return update.bind("leastWide", least.wide()).bind("leastNarrow", least.narrow());
    }

    private static void plan(Handle handle, String setting, String value) {
        handle.execute("set local %s to %s".formatted(setting, value));
    }

    private static void analyze(Handle handle, String tables) {
        handle.execute("analyze " + tables);
    }

    private static String load(String name) {
        return Sql.load(Calculator.class, name);
    }
}
