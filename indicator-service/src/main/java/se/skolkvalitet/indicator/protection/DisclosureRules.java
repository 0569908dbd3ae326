package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.framework.Edition;

/**
 * How few pupils a value may be about.
 *
 * @param leastGroup of fewer no share is told
 * @param leastCount over zero and under it they are few: no share is told by which their number could be worked out
 * @param tellsNearly whether, where few of a large enough group are counted, a share is told to be nearly 0 or nearly 100
 */
public record DisclosureRules(int leastGroup, int leastCount, boolean tellsNearly) {
    public static final DisclosureRules USUAL = new DisclosureRules(10, 5, false);

    public static DisclosureRules of(Edition edition) {
        Edition.Disclosure told = edition.disclosure();
        return told == null ? USUAL : new DisclosureRules(told.leastGroup(), told.leastCount(), told.tellsNearly());
    }

    /** Whether so many pupils are too few to tell a share of them. */
    public boolean isSmall(BigDecimal group) {
        return group.compareTo(BigDecimal.valueOf(leastGroup)) < 0;
    }

    /** Whether there are such pupils, and too few of them. */
    public boolean areFew(BigDecimal count) {
        return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(leastCount)) < 0;
    }
}
