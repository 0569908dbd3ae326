package se.skolkvalitet.regional.office;

import java.util.Set;
import se.skolkvalitet.regional.geography.CountyCode;

/**
 * Fired inside the transaction in which other offices than before answer for these counties, after the change is in the
 * database: taken up, passed on, or given up so that none does any more.
 */
public record CoverageChanged(Set<CountyCode> counties) {}
