package se.skolkvalitet.regional.geography;

/** A county or municipality as other resources refer to it: code and name. */
public record Place(String code, String name) {}
