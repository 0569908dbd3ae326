package se.skolkvalitet.regional.geography;

/** A county (län). */
public record County(CountyCode code, String name) {}
