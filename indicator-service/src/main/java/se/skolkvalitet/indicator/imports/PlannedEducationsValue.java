package se.skolkvalitet.indicator.imports;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * A figure as Skolverket's Planned educations API writes it: a Swedish number in a text, or a sign that stands for why
 * there is none, and beside it a {@code valueType} that says the same.
 */
final class PlannedEducationsValue {
    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,3}(?:[ \\u00a0]?\\d{3})*(?:,\\d+)?|-?\\d+(?:[.,]\\d+)?");
    /** {@code ~100}: one to four of at least ten pupils did not reach the goal. */
    private static final BigDecimal LEAST_ROUNDED_SHARE = BigDecimal.valueOf(60);

    /** {@code cirka 270} is rounded to tens. */
    private static final BigDecimal HALF_OF_TEN = BigDecimal.valueOf(5);

    private static final Pattern ABOUT = Pattern.compile("cirka (.+)");
    private static final Pattern ROUNDED = Pattern.compile("~(.+)");

    private PlannedEducationsValue() {}

    /**
     * @param text null, or as it stands in the answer
     * @throws InvalidValue where the text is not of the kind that the value type names
     */
    static Figure read(String text, String valueType) {
        return switch (valueType) {
            case "EXISTS" -> existing(text);
            case "MISSING" -> absent(text, ObservationStatus.MISSING, valueType, ".", "-", null);
            case "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS" -> absent(text, ObservationStatus.WITHHELD, valueType, "..");
            case "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION" ->
                absent(text, ObservationStatus.NOT_APPLICABLE, valueType, "*");
            case "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE" -> nearlyAll(after(ROUNDED, text, valueType), text);
            default -> throw new InvalidValue("one-of", "'%s' is not a valueType of the source", valueType);
        };
    }

    /**
     * A figure of the same source that comes without value type, as in its exports: the text alone says what it is.
     *
     * @throws InvalidValue where it says nothing
     */
    static Figure ofText(String text) {
        return switch (text) {
            case "", ".", "-" -> Figure.none(ObservationStatus.MISSING);
            case ".." -> Figure.none(ObservationStatus.WITHHELD);
            case "*" -> Figure.none(ObservationStatus.NOT_APPLICABLE);
            default ->
                text.startsWith("~") ? read(text, "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE") : read(text, "EXISTS");
        };
    }

    private static Figure existing(String text) {
        if (text != null && ABOUT.matcher(text).matches()) {
            BigDecimal about = after(ABOUT, text, "EXISTS");
            return Figure.rounded(about, about.subtract(HALF_OF_TEN).max(BigDecimal.ZERO), about.add(HALF_OF_TEN));
        }
        return Figure.of(number(text, "EXISTS"));
    }

    private static Figure nearlyAll(BigDecimal share, String text) {
        if (share.compareTo(LEAST_ROUNDED_SHARE) < 0) {
            throw new InvalidValue("range", "'%s' is not a share of nearly all", text);
        }
        return Figure.rounded(share, LEAST_ROUNDED_SHARE, share);
    }

    private static Figure absent(String text, ObservationStatus status, String valueType, String... signs) {
        for (String sign : signs) {
            if (text == null ? sign == null : text.equals(sign)) {
                return Figure.none(status);
            }
        }
        throw contradiction(text, valueType);
    }

    private static BigDecimal after(Pattern prefix, String text, String valueType) {
        Matcher matcher = prefix.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw contradiction(text, valueType);
        }
        return number(matcher.group(1), valueType);
    }

    private static BigDecimal number(String text, String valueType) {
        // Before the pattern and the number, whose time and stack grow with the digits.
        if (text == null
                || FigureNumber.isTooLong(text)
                || !NUMBER.matcher(text).matches()) {
            throw contradiction(text, valueType);
        }
        return FigureNumber.possible(
                new BigDecimal(text.replaceAll("[ \\u00a0]", "").replace(',', '.')), text);
    }

    private static InvalidValue contradiction(String text, String valueType) {
        return new InvalidValue("value", "'%s' is not a figure of the type %s", text, valueType);
    }
}
