package se.skolkvalitet.certificate.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import se.skolkvalitet.certificate.Figure;

/** What a line of {@code published.csv} says of a cell, beside its number and what it is called. */
final class FigureColumns {
    static final String FILE = "published.csv";
    static final String NUMBER = "cell";

    private static final String VALUE = "value";
    private static final String STATUS = "status";
    private static final String COST = "cost";
    private static final String OWNER = "owner";

    static final List<String> HEADER = List.of(VALUE, STATUS, COST, OWNER);

    private FigureColumns() {}

    static List<String> of(Figure figure) {
        return List.of(
                figure.isWithheld() ? "" : figure.value().toPlainString(),
                figure.status().name().toLowerCase(Locale.ROOT),
                String.valueOf(figure.cost()),
                figure.owner());
    }

    /** @param line what it has in a column */
    static Figure read(String name, UnaryOperator<String> line) {
        String value = line.apply(VALUE);
        return new Figure(
                name,
                Figure.Status.valueOf(line.apply(STATUS).toUpperCase(Locale.ROOT)),
                value.isEmpty() ? null : new BigDecimal(value),
                Long.parseLong(line.apply(COST)),
                line.apply(OWNER));
    }
}
