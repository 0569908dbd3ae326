package se.skolkvalitet.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.formula.IndicatorFormulaParser.ExpressionContext;

/** Holds a formula against its measures and against what its indicator promises. */
public final class FormulaCheck {
    private FormulaCheck() {}

    /**
     * All that is wrong, in the order of the text; empty where nothing is.
     *
     * @param measures from a measure's code to what the edition says of it
     */
    public static List<FormulaFault> faults(
            String text, IndicatorFacts indicator, Function<String, Optional<MeasureFacts>> measures) {
        ExpressionContext tree;
        try {
            tree = Syntax.of(text);
        } catch (NoFormula e) {
            return e.faults();
        }
        List<FormulaFault> faults = new ArrayList<>();
        FiguresCheck figures = new FiguresCheck(indicator, measures, faults);
        Optional<Quantity> quantity = new Inference(figures).visit(tree);
        quantity.flatMap(known -> unlike(known, indicator)).ifPresent(faults::add);
        if (faults.isEmpty() && indicator.unit() == Unit.PERCENT) {
            overHundred(new FormulaReader().visit(tree), measures).ifPresent(faults::add);
        }
        return faults.stream().distinct().sorted(FormulaFault.IN_ORDER).toList();
    }

    /**
     * What a formula without faults gives.
     *
     * @throws IllegalArgumentException where it has one
     */
    public static Quantity quantity(
            String text, IndicatorFacts indicator, Function<String, Optional<MeasureFacts>> measures) {
        List<FormulaFault> faults = new ArrayList<>();
        return new Inference(new FiguresCheck(indicator, measures, faults))
                .visit(Syntax.of(text))
                .orElseThrow(() -> new NoFormula(faults));
    }

    private static Optional<FormulaFault> overHundred(
            Formula formula, Function<String, Optional<MeasureFacts>> measures) {
        return formula.in(new Percentages(measures))
                .filter(range -> !range.isPossible())
                .map(range -> new FormulaFault(
                        1,
                        1,
                        "percent",
                        "the formula gives from %s to %s percent"
                                .formatted(
                                        range.low().toPlainString(),
                                        range.high().toPlainString())));
    }

    private static Optional<FormulaFault> unlike(Quantity quantity, IndicatorFacts indicator) {
        if (quantity.is(Quantity.Kind.CONSTANT)) {
            return Optional.of(new FormulaFault(1, 1, "no-measure", "the formula names no measure"));
        }
        if (quantity.units().contains(indicator.unit())) {
            return Optional.empty();
        }
        String given = quantity.units().stream().map(Unit::value).sorted().collect(Collectors.joining(" or "));
        String hint = indicator.unit() == Unit.PERCENT && quantity.is(Quantity.Kind.RATIO)
                ? "; a percent is a share, or a ratio per 100"
                : "";
        return Optional.of(new FormulaFault(
                1,
                1,
                "unit",
                "the formula gives %s, the indicator is in %s%s"
                        .formatted(given, indicator.unit().value(), hint)));
    }
}
