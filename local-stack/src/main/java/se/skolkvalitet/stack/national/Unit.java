package se.skolkvalitet.stack.national;

import se.skolkvalitet.stack.national.Country.Municipality;

/**
 * A made-up school unit.
 *
 * @param number from 1, over all units
 */
record Unit(int number, UnitKind kind, Organiser organiser, Municipality municipality) {

    /** Who runs it; {@code type} in the words of the source. */
    record Organiser(String number, String name, String type) {
        boolean isIndependent() {
            return type.equals("Fristående");
        }
    }

    /**
     * Real codes do not begin with a nought. Preschools, to which the register of school units gives no codes, are in a
     * range of their own.
     */
    String code() {
        return "%s%06d".formatted(kind == UnitKind.PRESCHOOL ? "02" : "01", number);
    }

    String name() {
        return "Påhittade %s %d".formatted(kind.noun(), number);
    }
}
