package se.skolkvalitet.indicator.calculation;

import java.util.Map;

/** An implementation of the rules of {@code docs/calculation.md}: all values of all indicators of a world. */
interface Calculated {
    Map<Key, Outcome> of(World world);
}
