package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.indicator.framework.Edition;

/**
 * Fired inside the transaction of a calculation when its values can be read, for what is calculated from them and belongs
 * to it.
 *
 * @param edition whose indicators were calculated
 */
public record CalculationWritten(long number, Edition edition) {}
