package se.skolkvalitet.indicator.imports;

import se.skolkvalitet.indicator.area.Level;

/**
 * A figure of a measure for a school unit or an area, whichever source it comes from.
 *
 * @param raw the figure as it stands in the file; null where nothing does
 */
record Observation(Level level, String area, String measure, Period period, Group group, Figure figure, String raw) {}
