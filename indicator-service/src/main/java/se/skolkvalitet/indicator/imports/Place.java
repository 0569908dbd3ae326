package se.skolkvalitet.indicator.imports;

import se.skolkvalitet.indicator.area.Level;

/** A school unit or an area. */
record Place(Level level, String code) {
    static final Place NATION = new Place(Level.NATION, Level.NATION_CODE);

    /** @throws se.skolkvalitet.kit.text.InvalidValue where the text is no code of the level */
    static Place of(Level level, String code) {
        level.requireCode(code);
        return new Place(level, code);
    }
}
