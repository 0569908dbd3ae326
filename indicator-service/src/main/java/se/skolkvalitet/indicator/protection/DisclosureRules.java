package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.framework.Edition;

/**
 * How few pupils a value may be about.
 *
 * @param leastGroup of fewer no share is told
 * @param leastCount over zero and under it they are few: no share is told by which their number could be worked out
 * @param tellsNearly whether, where few of a large enough group are counted, a share is told to be nearly 0 or nearly 100
 * @param width how far apart the least and the most that a withheld count may be must lie at least, to who knows all that is published,
 *     what is whole, and by which rule it is withheld; zero where it must not follow, and nothing more
 */
public record DisclosureRules(int leastGroup, int leastCount, boolean tellsNearly, int width) {
    public static final DisclosureRules USUAL = new DisclosureRules(10, 5, false, 1);

    public static DisclosureRules of(Edition edition) {
        Edition.Disclosure told = edition.disclosure();
        return told == null
                ? USUAL
                : new DisclosureRules(
                        told.leastGroup(),
                        told.leastCount(),
                        told.tellsNearly(),
                        told.width() == null ? usualWidth(told.leastCount()) : told.width());
    }

    /** Few of one kind alone cannot be anything else. */
    private static int usualWidth(int leastCount) {
        return Math.max(0, Math.min(USUAL.width(), leastCount - 2));
    }

    /** The same where counts must not follow from what is published, and nothing more. */
    DisclosureRules byEquationsAlone() {
        return new DisclosureRules(leastGroup, leastCount, tellsNearly, 0);
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
