package se.skolkvalitet.regional.geography;

/** A municipality (kommun) and the county that it lies in. */
public record Municipality(MunicipalityCode code, String name, CountyCode county) {}
