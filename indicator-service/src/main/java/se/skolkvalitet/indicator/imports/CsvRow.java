package se.skolkvalitet.indicator.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.delimited.CsvTable.Row;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.InvalidValue;

/** Reads one row of a CSV file of ours. */
final class CsvRow {
    private static final Pattern SEX = Pattern.compile("[TFM]");
    private static final Pattern GRADE = Pattern.compile("\\d|1[0-3]");

    private final Row row;
    private final Reading reading;
    private final LineCheck check;

    CsvRow(Row row, Reading reading) {
        this.row = row;
        this.reading = reading;
        this.check = new LineCheck(row.line(), reading.faults());
    }

    /** Empty where something is wrong with it. */
    Optional<Observation> read() {
        Measure measure = check.read("measure", () -> reading.measure(row.text("measure")));
        Level level = check.read("level", () -> Codes.parse(Level.class, row.text("level")));
        String area = level == null ? null : check.read("area", () -> area(level));
        Period period = measure == null
                ? null
                : check.read("period", () -> Period.read(row.text("period"), measure.periodKind()));
        Group group = new Group(
                measure == null ? null : check.read("school_form", () -> measure.about(row.text("school_form"))),
                check.read("sex", () -> sex(row.text("sex"))),
                check.read("grade", () -> grade(row.text("grade"))),
                check.read("programme", () -> programme(row.text("programme"))));
        Figure figure = figure(measure);
        if (check.isFaulty()) {
            return Optional.empty();
        }
        String raw = row.text("value").isEmpty() ? null : row.text("value");
        return Optional.of(new Observation(level, area, measure.code(), period, group, figure, raw));
    }

    private String area(Level level) {
        level.requireCode(row.text("area"));
        return row.text("area");
    }

    private static String sex(String text) {
        String sex = text.isEmpty() ? "T" : text;
        if (!SEX.matcher(sex).matches()) {
            throw new InvalidValue("one-of", "'%s' is not T, F or M", sex);
        }
        return sex;
    }

    private static String grade(String text) {
        if (!text.isEmpty() && !GRADE.matcher(text).matches()) {
            throw new InvalidValue("pattern", "'%s' is not a grade from 0 to 13", text);
        }
        return text;
    }

    private static String programme(String text) {
        return text.isEmpty() ? text : Group.requireProgramme(text);
    }

    /** Null where a part of it is refused. */
    private Figure figure(Measure measure) {
        BigDecimal value = number("value", measure);
        BigDecimal low = number("low", measure);
        BigDecimal high = number("high", measure);
        ObservationStatus status = check.read("status", this::status);
        if (!check.isFaulty()) {
            check.read("low", () -> requireOrder(value, low, high, status));
        }
        return new Figure(value, low, high, status);
    }

    private BigDecimal number(String column, Measure measure) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        return check.read(column, () -> {
            BigDecimal number = FigureNumber.plain(text);
            if (measure != null) {
                Figure.requirePossible(number, measure);
            }
            return number;
        });
    }

    private ObservationStatus status() {
        boolean valued = !row.text("value").isEmpty();
        String text = row.text("status");
        if (text.isEmpty() && !valued) {
            throw new InvalidValue("required", "Without a value a line says why: withheld, missing or not-applicable");
        }
        ObservationStatus status =
                text.isEmpty() ? ObservationStatus.NORMAL : Codes.parse(ObservationStatus.class, text);
        if (status == ObservationStatus.WITHDRAWN) {
            throw new InvalidValue("one-of", "A figure is withdrawn by a complete file that does not hold it");
        }
        if (status.hasValue() != valued) {
            throw new InvalidValue(
                    "value",
                    valued ? "A figure that is %s has no value" : "A figure that is %s has a value",
                    status.value());
        }
        return status;
    }

    private static Object requireOrder(BigDecimal value, BigDecimal low, BigDecimal high, ObservationStatus status) {
        if (low == null && high == null) {
            return null;
        }
        if (low == null || high == null) {
            throw new InvalidValue("required", "low and high are there together or not at all");
        }
        if (status != ObservationStatus.ROUNDED) {
            throw new InvalidValue("status", "Only a rounded figure lies between low and high");
        }
        if (low.compareTo(value) > 0 || value.compareTo(high) > 0) {
            throw new InvalidValue("range", "The value does not lie between low and high");
        }
        return null;
    }
}
