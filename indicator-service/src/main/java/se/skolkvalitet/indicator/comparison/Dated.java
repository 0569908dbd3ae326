package se.skolkvalitet.indicator.comparison;

/**
 * A value of one period.
 *
 * @param isOwn whether it is the source's own figure of the area
 */
public record Dated(String period, Measured measured, boolean isOwn) {}
