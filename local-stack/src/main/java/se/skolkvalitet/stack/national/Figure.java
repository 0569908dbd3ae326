package se.skolkvalitet.stack.national;

import java.util.Locale;

/** A figure as the source writes it: a Swedish number or the sign for why there is none, and its {@code valueType}. */
record Figure(String value, String type) {
    static final Figure WITHHELD = new Figure("..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS");
    static final Figure MISSING = new Figure(".", "MISSING");
    static final Figure NO_CERTIFICATE_ASKED = new Figure("*", "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION");
    static final Figure NEARLY_ALL = new Figure("~100", "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE");

    static Figure of(double value) {
        return new Figure(String.format(Locale.ROOT, "%.1f", value).replace('.', ','), "EXISTS");
    }

    /** To the nearest ten, and never none. */
    static Figure about(int pupils) {
        return new Figure("cirka " + Math.max(10, (pupils + 5) / 10 * 10), "EXISTS");
    }
}
