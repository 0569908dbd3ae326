package se.skolkvalitet.indicator.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import se.skolkvalitet.kit.text.InvalidValue;

/** What numbers can be figures of a school or an area, whichever source writes them. */
final class FigureNumber {
    /** More than Sweden has people. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e8");

    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private FigureNumber() {}

    /** Asked before anything else looks at a number, because time and stack grow with the digits. */
    static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** @throws InvalidValue where the text is no number with a decimal point and nothing else */
    static BigDecimal plain(String text) {
        if (isTooLong(text) || !PLAIN.matcher(text).matches()) {
            throw new InvalidValue("number", "'%s' is not a number like -12.5", text);
        }
        return possible(new BigDecimal(text), text);
    }

    /**
     * A number of a JSON document, cut to six decimals: documents are written from binary fractions, and have more of
     * them than anybody has counted.
     */
    static BigDecimal ofJson(String text) {
        if (isTooLong(text)) {
            throw new InvalidValue("number", "'%s' is longer than any figure", text);
        }
        BigDecimal number = new BigDecimal(text);
        // With an exponent a short text is a number of any length, which to round would take that long.
        boolean few = number.scale() <= MOST_DECIMALS;
        return possible(
                few || number.scale() > LONGEST ? number : number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP), text);
    }

    /** @param text how it stands in the source */
    static BigDecimal possible(BigDecimal number, String text) {
        if (number.abs().compareTo(TOO_LARGE) >= 0 || number.scale() > MOST_DECIMALS) {
            throw new InvalidValue("range", "'%s' is no figure of a school", text);
        }
        return number;
    }
}
