package se.skolkvalitet.certificate.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Figure;

/** What a line of {@code published.csv} says of a cell, beside its number and what it is called. */
final class FigureColumns {
    static final String FILE = "published.csv";
    static final String NUMBER = "cell";

    private static final String VALUE = "value";
    private static final String STATUS = "status";
    private static final String COST = "cost";
    private static final String OWNER = "owner";

    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final String OR_NONE = "orNone";
    private static final String TRUE = "true";

    static final List<String> HEADER = List.of(VALUE, STATUS, COST, OWNER, LEAST, MOST, OR_NONE);

    private FigureColumns() {}

    static List<String> of(Figure figure) {
        return List.of(
                text(figure.value()),
                figure.status().name().toLowerCase(Locale.ROOT),
                String.valueOf(figure.cost()),
                figure.owner(),
                text(figure.ends().least()),
                text(figure.ends().most()),
                figure.ends().orNone() ? TRUE : "");
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static boolean isTrue(String text) {
        if (!text.isEmpty() && !text.equals(TRUE)) {
            throw new IllegalArgumentException("%s is '%s' or nothing, not '%s'".formatted(OR_NONE, TRUE, text));
        }
        return !text.isEmpty();
    }

    /** @param line what it has in a column */
    static Figure read(String name, UnaryOperator<String> line) {
        return new Figure(
                name,
                Figure.Status.valueOf(line.apply(STATUS).toUpperCase(Locale.ROOT)),
                number(line.apply(VALUE)),
                Long.parseLong(line.apply(COST)),
                line.apply(OWNER),
                new Ends(number(line.apply(LEAST)), number(line.apply(MOST)), isTrue(line.apply(OR_NONE))));
    }
}
