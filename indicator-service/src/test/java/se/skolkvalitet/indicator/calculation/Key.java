package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.indicator.area.Level;

/** Of what a value is. */
record Key(String indicator, Level level, String area, String period, String sex, String schoolForm) {}
