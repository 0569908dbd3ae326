package se.skolkvalitet.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import se.skolkvalitet.formula.IndicatorFormulaParser.FiguresContext;

/**
 * Finds out of which measure figures are, and whether that measure has them: in the indicator's kind of period, for its
 * school forms, of the grade that is chosen. Figures of another school form are meant only where the formula says so:
 * {@code [form …]}.
 */
class FiguresCheck {
    private final IndicatorFacts indicator;
    private final Function<String, Optional<MeasureFacts>> measures;
    private final List<FormulaFault> faults;

    /** What the gaps around the figures choose. */
    private final Deque<Selection> around = new ArrayDeque<>();

    FiguresCheck(
            IndicatorFacts indicator, Function<String, Optional<MeasureFacts>> measures, List<FormulaFault> faults) {
        this.indicator = indicator;
        this.measures = measures;
        this.faults = faults;
    }

    <T> T within(Selection selection, Supplier<T> inside) {
        around.push(selection);
        try {
            return inside.get();
        } finally {
            around.pop();
        }
    }

    /** Empty where there is no such measure; that is told. */
    Optional<MeasureFacts> measure(FiguresContext context) {
        Figures figures = FormulaReader.figures(context);
        Optional<MeasureFacts> measure = measures.apply(figures.measure());
        if (measure.isEmpty()) {
            fault(context.start, "unknown-measure", "there is no measure '%s'".formatted(figures.measure()));
            return measure;
        }
        checkChosenOnce(context, figures);
        Figures meant = meant(figures);
        checkForms(context, meant, measure.get());
        checkGrade(context, meant, measure.get());
        if (measure.get().kind() == MeasureKind.TEXT) {
            fault(context.start, "not-a-number", "'%s' is a text".formatted(figures.measure()));
            return Optional.empty();
        }
        return measure;
    }

    /** A weight may be of another kind of period where its latest figure is taken. */
    void checkPeriod(FiguresContext context, MeasureFacts measure) {
        if (measure.periodKind() != indicator.periodKind()) {
            fault(
                    context.start,
                    "period-kind",
                    "'%s' is per %s, the indicator per %s"
                            .formatted(
                                    context.MEASURE().getText(),
                                    measure.periodKind().value(),
                                    indicator.periodKind().value()));
        }
    }

    private void checkChosenOnce(FiguresContext context, Figures figures) {
        Set<Dimension> chosen = EnumSet.noneOf(Dimension.class);
        around.forEach(selection -> chosen.addAll(selection.only().keySet()));
        chosen.retainAll(figures.selection().only().keySet());
        chosen.forEach(dimension ->
                fault(context.selection().start, "selection", "the gap chooses the %s already".formatted(dimension)));
    }

    /** With what the gaps around them choose. */
    private Figures meant(Figures figures) {
        Figures meant = figures;
        for (Selection outer : around) {
            meant = meant.within(outer);
        }
        return meant;
    }

    private void checkForms(FiguresContext context, Figures figures, MeasureFacts measure) {
        String chosen = figures.selection().only().get(Dimension.FORM);
        Set<String> without = new TreeSet<>(chosen == null ? indicator.schoolForms() : Set.of(chosen));
        without.removeAll(measure.schoolForms());
        if (!without.isEmpty()) {
            fault(
                    context.start,
                    "school-form",
                    "'%s' has no figures of %s".formatted(figures.measure(), String.join(", ", without)));
        }
    }

    private void checkGrade(FiguresContext context, Figures figures, MeasureFacts measure) {
        String chosen = figures.selection().only().get(Dimension.GRADE);
        if (chosen == null) {
            return;
        }
        if (!chosen.equals(String.valueOf(Integer.parseInt(chosen)))) {
            fault(context.start, "grade", "grade %s is written without zeroes before it".formatted(chosen));
        } else if (!measure.hasGrade(Integer.parseInt(chosen))) {
            fault(context.start, "grade", "'%s' has no figures of grade %s".formatted(figures.measure(), chosen));
        }
    }

    void fault(Token at, String rule, String message) {
        faults.add(new FormulaFault(at.getLine(), at.getCharPositionInLine() + 1, rule, message));
    }
}
