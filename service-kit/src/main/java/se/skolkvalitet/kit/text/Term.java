package se.skolkvalitet.kit.text;

import java.util.Locale;

/**
 * A {@link Code} out of a fixed set: what every enumeration implements that is seen from outside. {@code SCHOOL_UNIT} is
 * {@code school-unit} there, in contracts too.
 */
public interface Term extends Code {
    /** Of the constant, as every enum has it. */
    String name();

    @Override
    default String value() {
        return text(name());
    }

    /** The outside form of a constant of that name. */
    static String text(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
