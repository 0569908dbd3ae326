package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.indicator.area.Level;

/** Where and when: a unit or an area, in a period. */
record Place(Level level, String area, String period) {
    static Place ofUnit(String unit, String period) {
        return new Place(Level.SCHOOL_UNIT, unit, period);
    }

    /** All units or all areas of a level in a period. */
    record Layer(Level level, String period) {}

    Layer layer() {
        return new Layer(level, period);
    }

    boolean isUnit(String code) {
        return isUnit() && area.equals(code);
    }

    boolean isUnit() {
        return level == Level.SCHOOL_UNIT;
    }
}
