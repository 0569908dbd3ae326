package se.skolkvalitet.indicator.protection;

/**
 * What a step must not tell of a unit or an area.
 *
 * @param table in which it stands
 * @param step and {@code area}: their numbers in the calculation
 * @param isFew whether it tells too much itself, and not of others
 */
record Withheld(long table, int step, int area, String period, boolean isFew) {}
