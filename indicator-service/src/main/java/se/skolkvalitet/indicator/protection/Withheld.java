package se.skolkvalitet.indicator.protection;

/**
 * What a step must not tell of a unit or an area in a period.
 *
 * @param step and {@code area}: their numbers in the calculation
 * @param isFew whether it tells too much itself, and not of others
 */
record Withheld(int step, int area, boolean isFew) {}
