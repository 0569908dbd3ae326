package se.skolkvalitet.indicator.imports;

import java.math.BigDecimal;

/**
 * A figure of one unit, whichever source it comes from.
 *
 * @param value null where the source gives none
 * @param raw the figure as it stands in the file; null where nothing does
 */
record Observation(
        String unit, String measure, Period period, BigDecimal value, ObservationStatus status, String raw) {}
