package se.skolkvalitet.indicator.calculation;

import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/**
 * Finds out what a calculation has to make anew and what it can take over from an earlier one: the values of an indicator, a
 * school form, a sex and a period are what they were as long as their definition, the figures that they follow from, and the
 * units of that period are the same. {@code docs/calculation.md} says what touches what.
 */
@Store
class TakingOver {
    private static final String FIND_BASE = Sql.load(TakingOver.class, "find-base");
    private static final String TOUCH_CHANGED = Sql.load(TakingOver.class, "touch-changed");
    private static final String TOUCH_ALL = Sql.load(TakingOver.class, "touch-all");
    private static final String TAKE_OVER = Sql.load(TakingOver.class, "take-over");
    private static final String KEEP_DEFINITIONS = Sql.load(TakingOver.class, "keep-definitions");

    @Inject
    Jdbi jdbi;

    /** The calculation to take over from; empty where there is none that told how it was made. */
    Optional<Long> base(long calculation, int edition) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND_BASE)
                .bind("calculation", calculation)
                .bind("edition", edition)
                .mapTo(Long.class)
                .findOne());
    }

    /** Touches all. */
    void touchAll() {
        jdbi.useHandle(handle -> handle.execute(TOUCH_ALL));
    }

    /** Touches what is not the same as it was when the base was calculated. */
    void touchChanged(long base) {
        jdbi.useHandle(
                handle -> handle.createUpdate(TOUCH_CHANGED).bind("base", base).execute());
    }

    /**
     * Writes what is not touched, and keeps how all was defined, for calculations to come.
     *
     * @return how many values were taken over
     */
    long takeOver(long calculation, Optional<Long> base) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(KEEP_DEFINITIONS)
                    .bind("calculation", calculation)
                    .execute();
            return base.isEmpty()
                    ? 0L
                    : handle.createUpdate(TAKE_OVER.replace("${number}", String.valueOf(calculation)))
                            .bind("calculation", calculation)
                            .bind("base", base.get())
                            .execute();
        });
    }
}
