package se.skolkvalitet.indicator.calculation;

/** A calculation that is kept, by its number, and the edition whose indicators it calculated. */
public record Calculation(long number, int edition) {}
