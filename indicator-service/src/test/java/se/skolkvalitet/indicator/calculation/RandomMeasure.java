package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.skolkvalitet.formula.MeasureFacts;
import se.skolkvalitet.formula.MeasureKind;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Unit;

/**
 * A measure of random worlds.
 *
 * @param figures few, so that there are halves, zeroes and figures that are the same
 * @param vague how far a rounded figure may lie from what it is told to be
 */
record RandomMeasure(
        String code,
        MeasureKind kind,
        Unit unit,
        PeriodKind periodKind,
        Set<Integer> grades,
        List<String> figures,
        String vague) {

    static final List<String> FORMS = List.of("grundskola", "anpassad-grundskola");

    private static final Set<String> OF_STAFF = Set.of("gr.staff", "gr.trained");
    private static final Set<Integer> ALL_GRADES = Set.of();

    static final List<RandomMeasure> ALL = List.of(
            new RandomMeasure(
                    "gr.pupils",
                    MeasureKind.COUNT,
                    Unit.NUMBER,
                    PeriodKind.SCHOOL_YEAR,
                    ALL_GRADES,
                    List.of("0", "4", "9", "10", "20", "20", "40", "100"),
                    "5"),
            new RandomMeasure(
                    "gr.passed",
                    MeasureKind.COUNT,
                    Unit.NUMBER,
                    PeriodKind.SCHOOL_YEAR,
                    Set.of(9),
                    List.of("0", "1", "4", "5", "8", "10", "16"),
                    "2"),
            new RandomMeasure(
                    "gr.late",
                    MeasureKind.COUNT,
                    Unit.NUMBER,
                    PeriodKind.SCHOOL_YEAR,
                    Set.of(6, 9),
                    List.of("0", "2", "5", "20"),
                    "2"),
            new RandomMeasure(
                    "gr.merit",
                    MeasureKind.AVERAGE,
                    Unit.POINTS,
                    PeriodKind.SCHOOL_YEAR,
                    Set.of(7, 8, 9),
                    List.of("200", "203.2", "210.25", "240", "240"),
                    "10"),
            new RandomMeasure(
                    "gr.change",
                    MeasureKind.AVERAGE,
                    Unit.POINTS,
                    PeriodKind.SCHOOL_YEAR,
                    ALL_GRADES,
                    List.of("-2.5", "-0.05", "0", "0.05", "0.25", "2.5"),
                    "0.5"),
            new RandomMeasure(
                    "gr.eligible",
                    MeasureKind.SHARE,
                    Unit.PERCENT,
                    PeriodKind.SCHOOL_YEAR,
                    Set.of(9),
                    List.of("0", "62.5", "80", "100", "100"),
                    "40"),
            new RandomMeasure(
                    "gr.pupils-per-teacher",
                    MeasureKind.AVERAGE,
                    Unit.RATIO,
                    PeriodKind.SCHOOL_YEAR,
                    ALL_GRADES,
                    List.of("0", "10", "12.5", "12.5", "16"),
                    "10"),
            new RandomMeasure(
                    "gr.staff",
                    MeasureKind.COUNT,
                    Unit.NUMBER,
                    PeriodKind.CALENDAR_YEAR,
                    ALL_GRADES,
                    List.of("0", "5", "10", "12.5", "20"),
                    "5"),
            new RandomMeasure(
                    "gr.trained",
                    MeasureKind.COUNT,
                    Unit.NUMBER,
                    PeriodKind.CALENDAR_YEAR,
                    ALL_GRADES,
                    List.of("0", "4.5", "5", "10"),
                    "1"),
            new RandomMeasure(
                    "gr.satisfied",
                    MeasureKind.SHARE,
                    Unit.PERCENT,
                    PeriodKind.CALENDAR_YEAR,
                    Set.of(5, 8),
                    List.of("50", "75.55", "80", "100"),
                    "5"));

    /** Said to be of all grades, so that a formula may also choose one of which it is not. */
    static Optional<MeasureFacts> facts(String code) {
        return ALL.stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .map(measure -> new MeasureFacts(
                        measure.kind(), measure.unit(), measure.periodKind(), Set.copyOf(FORMS), Set.of()));
    }

    static Stream<RandomMeasure> of(MeasureKind kind, PeriodKind periodKind) {
        return ALL.stream().filter(measure -> measure.kind() == kind && measure.periodKind() == periodKind);
    }

    World.Measure measure() {
        return new World.Measure(code, grades, !OF_STAFF.contains(code));
    }

    BigDecimal least() {
        return unit == Unit.POINTS ? null : BigDecimal.ZERO;
    }

    BigDecimal most() {
        return unit == Unit.PERCENT ? BigDecimal.valueOf(100) : null;
    }
}
