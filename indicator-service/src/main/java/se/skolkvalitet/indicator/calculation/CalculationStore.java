package se.skolkvalitet.indicator.calculation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.CalculationJob.ValueCount;
import se.skolkvalitet.indicator.calculation.OwnFigures.Difference;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.text.Codes;

/**
 * What a calculation is made from and what becomes of it. All of it happens in the caller's transaction, in this order:
 * {@link #freeze}, {@link #prepare}, what {@link Calculator} does, {@link #finish}.
 */
@Store
class CalculationStore {
    private static final String REGISTER = Sql.load(CalculationStore.class, "write-register");
    private static final String MEMBERSHIP = Sql.load(CalculationStore.class, "fingerprint-of-membership");
    private static final String UNUSED = Sql.load(CalculationStore.class, "select-unused-calculations");
    private static final String FORGET = Sql.load(CalculationStore.class, "forget-calculations");
    private static final String FORGET_TABLES = Sql.load(CalculationStore.class, "forget-protected-tables");
    private static final String COUNTS = Sql.load(CalculationStore.class, "count-values");
    private static final String OWN_FIGURES = Sql.load(CalculationStore.class, "compare-own-figures");

    @Inject
    Jdbi jdbi;

    /** To how many decimals an indicator's values are rounded. */
    private record Rounding(String indicator, int decimals) {}

    /** Lets every statement of the transaction see the same statistics and the same register; its first statement. */
    void freeze() {
        jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read"));
    }

    /** A checksum of what a calculation takes from the register. */
    String membership() {
        return jdbi.withHandle(
                handle -> handle.createQuery(MEMBERSHIP).mapTo(String.class).one());
    }

    /** Keeps who had which unit when, and makes room for the values. */
    void prepare(long calculation) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(REGISTER).bind("calculation", calculation).execute();
            // Of a calculation that it has never seen the planner expects one row, and holds each against all.
            handle.execute("analyze calculated_unit, calculated_membership, calculated_schooling, calculated_area");
            // With the check it is known of the rows, when they become a partition, that they belong there.
            handle.execute(
                    "create table %s (like value including defaults including constraints, check (calculation = %d))"
                            .formatted(table(calculation), calculation));
        });
    }

    /**
     * The calculations of before a time that no release uses, but for the newest of all. They are locked, and readers of
     * values are waited for no longer than two seconds.
     */
    List<Long> lockWithoutRelease(Instant before) {
        return jdbi.withHandle(handle -> {
            handle.execute("set local lock_timeout = '2s'");
            return handle.createQuery(UNUSED)
                    .bind("before", before)
                    .mapTo(Long.class)
                    .list();
        });
    }

    /** Drops the values of calculations and all else that belongs to them. */
    void forget(List<Long> numbers) {
        jdbi.useHandle(handle -> {
            numbers.forEach(number -> handle.execute("drop table if exists " + table(number)));
            handle.createUpdate(FORGET)
                    .bindArray("numbers", Long.class, numbers)
                    .execute();
            handle.execute(FORGET_TABLES);
        });
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

    /** Of each indicator and school form for which there is anything to compare. */
    List<OwnFigures> ownFigures(long calculation, List<Indicator> indicators) {
        List<Rounding> decimals = indicators.stream()
                .map(indicator -> new Rounding(indicator.code(), indicator.decimals()))
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery(OWN_FIGURES)
                .bind("calculation", calculation)
                .bind("decimals", new Json(decimals))
                .map((row, context) -> ownFigures(row))
                .list());
    }

    private static OwnFigures ownFigures(ResultSet row) throws SQLException {
        return new OwnFigures(
                row.getString("indicator"),
                row.getString("school_form"),
                row.getLong("compared"),
                row.getLong("differing"),
                new Difference(
                        Codes.parse(Level.class, row.getString("level")),
                        row.getString("area"),
                        row.getString("period"),
                        row.getString("sex"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("estimate"),
                        row.getBigDecimal("difference")));
    }

    long valueCount(long calculation) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from value where calculation = :calculation")
                        .bind("calculation", calculation)
                        .mapTo(Long.class)
                        .one());
    }
}
