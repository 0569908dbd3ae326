package se.skolkvalitet.indicator.framework;

import java.time.LocalDate;

/** An edition and the first day on which it is in force, until the next one is. */
public record InForce(LocalDate from, Edition edition) {}
