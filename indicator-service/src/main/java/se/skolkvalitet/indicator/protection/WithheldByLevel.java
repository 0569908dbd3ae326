package se.skolkvalitet.indicator.protection;

import se.skolkvalitet.indicator.area.Level;

/**
 * What is withheld of the figures of a level.
 *
 * @param figures of pupils that sources do not all publish, withheld or not
 * @param few withheld because they tell of few themselves
 * @param others withheld because they would tell what is withheld of others
 */
public record WithheldByLevel(Level level, long figures, long few, long others) {
    WithheldByLevel plus(WithheldByLevel other) {
        return new WithheldByLevel(level, figures + other.figures, few + other.few, others + other.others);
    }
}
