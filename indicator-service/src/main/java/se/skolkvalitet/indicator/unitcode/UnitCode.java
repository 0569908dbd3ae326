package se.skolkvalitet.indicator.unitcode;

/** By which code another register knows a school unit. */
public record UnitCode(UnitCodeScheme scheme, String code, String unit) {}
