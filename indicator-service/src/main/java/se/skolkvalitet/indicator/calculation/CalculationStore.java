package se.skolkvalitet.indicator.calculation;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.calculation.CalculationJob.ValueCount;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/**
 * The set-wise half of a calculation. All of it happens in the caller's transaction, in this order: {@link #freeze},
 * {@link #prepare}, {@link #calculate} for each indicator, {@link #finish}.
 */
@Store
class CalculationStore {
    private static final String INPUT = Sql.load(CalculationStore.class, "create-input");
    private static final String UNIT_AREA = Sql.load(CalculationStore.class, "create-unit-area");
    private static final String UNITS = Sql.load(CalculationStore.class, "write-units");
    private static final String AREAS = Sql.load(CalculationStore.class, "write-areas");
    private static final String VALUES = Sql.load(CalculationStore.class, "write-values");
    private static final String MEMBERSHIP = Sql.load(CalculationStore.class, "fingerprint-of-membership");
    private static final String COUNTS = Sql.load(CalculationStore.class, "count-values");

    @Inject
    Jdbi jdbi;

    /** Lets every statement of the transaction see the same statistics and the same register; its first statement. */
    void freeze() {
        jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read"));
    }

    /** A checksum of what a calculation takes from the register. */
    String membership() {
        return jdbi.withHandle(
                handle -> handle.createQuery(MEMBERSHIP).mapTo(String.class).one());
    }

    /** Keeps who ran which unit, and makes room for the values. */
    void prepare(long calculation, long lastImport) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(INPUT).bind("lastImport", lastImport).execute();
            handle.execute(UNIT_AREA);
            handle.execute("analyze input");
            handle.execute("analyze unit_area");
            handle.createUpdate(UNITS).bind("calculation", calculation).execute();
            handle.createUpdate(AREAS).bind("calculation", calculation).execute();
            handle.execute(
                    "create table " + table(calculation) + " (like value including defaults including constraints)");
        });
    }

    /**
     * Writes an indicator's values for every area and period that has statistics. A unit's own figure is published as it
     * came, not rounded again.
     */
    void calculate(long calculation, Indicator indicator) {
        Formula formula = Formula.parse(indicator.formula());
        String sql = VALUES.replace("${number}", String.valueOf(calculation))
                .replace("${exact}", formula.isOneMeasure() ? "level = 'school-unit'" : "false")
                .replace("${formula}", FormulaSql.of(formula, indicator.inPercent()));
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("calculation", calculation)
                .bind("indicator", indicator.code())
                .bind(
                        "schoolForm",
                        indicator.schoolForms().stream().sorted().findFirst().orElseThrow())
                .bind("decimals", indicator.decimals())
                .execute());
    }

    /** Makes the values one of the partitions that are read. */
    void finish(long calculation) {
        jdbi.useHandle(handle -> {
            handle.execute("alter table value attach partition %s for values in (%d)"
                    .formatted(table(calculation), calculation));
            handle.execute("analyze " + table(calculation));
        });
    }

    private static String table(long calculation) {
        return "value_" + calculation;
    }

    List<ValueCount> counts(long calculation) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bind("calculation", calculation)
                .mapTo(ValueCount.class)
                .list());
    }

    long valueCount(long calculation) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from value where calculation = :calculation")
                        .bind("calculation", calculation)
                        .mapTo(Long.class)
                        .one());
    }
}
