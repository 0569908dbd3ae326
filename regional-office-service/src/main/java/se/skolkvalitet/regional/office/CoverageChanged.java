package se.skolkvalitet.regional.office;

import java.util.Set;
import se.skolkvalitet.regional.geography.CountyCode;

/** Fired inside the transaction in which these counties got another office. */
public record CoverageChanged(Set<CountyCode> counties) {}
