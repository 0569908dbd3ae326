package se.skolkvalitet.indicator.comparison;

/** A value of one period. */
public record Dated(String period, Measured measured) {}
