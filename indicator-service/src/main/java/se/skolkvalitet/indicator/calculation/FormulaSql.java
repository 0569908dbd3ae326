package se.skolkvalitet.indicator.calculation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Operator;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.formula.Weight;
import se.skolkvalitet.kit.db.Sql;

/**
 * The set-wise SQL of a formula: a query over the tables {@code input} and {@code unit_area} with the columns
 * {@code level, area, period, value, status, coverage, units, units_with_value}, one row for each area and period in
 * which at least one of its units has an observation. Values are not rounded yet.
 */
final class FormulaSql implements Formula.Cases<String> {
    private static final String FIGURES = load("figures");
    private static final String ADDED = load("added");
    private static final String REPORTED = load("reported");
    private static final String SUM = load("sum");
    private static final String WEIGHTED = load("weighted");
    private static final String WEIGHT_SAME = load("weight-of-same-period");
    private static final String WEIGHT_LATEST = load("weight-latest");
    private static final String RATIO = load("ratio");
    private static final String SPREAD = load("spread");
    private static final String BOTH = load("both");
    private static final String WITH_CONSTANT = load("with-constant");

    private static final String MEAN = "sum(value * weight) / nullif(sum(weight) filter (where value is not null), 0)";
    private static final String HARMONIC =
            "sum(weight) filter (where value <> 0) / nullif(sum(weight / nullif(value, 0)), 0)";

    private final boolean inPercent;

    private FormulaSql(boolean inPercent) {
        this.inPercent = inPercent;
    }

    /** @param inPercent whether the indicator is, so that what a ratio leaves of the whole is protected like it */
    static String of(Formula formula, boolean inPercent) {
        return formula.in(new FormulaSql(inPercent));
    }

    @Override
    public String constant(Formula.Constant constant) {
        throw new IllegalArgumentException("a number alone is no indicator");
    }

    @Override
    public String reported(Formula.Reported reported) {
        return REPORTED.replace("${figures}", figures(reported.of()));
    }

    @Override
    public String total(Formula.Total total) {
        return SUM.replace("${figures}", figures(total.of()));
    }

    @Override
    public String mean(Formula.Mean mean) {
        return weighted(MEAN, mean.of(), mean.weight());
    }

    @Override
    public String harmonic(Formula.Harmonic harmonic) {
        return weighted(HARMONIC, harmonic.of(), harmonic.weight());
    }

    @Override
    public String ratio(Formula.Ratio ratio) {
        return ratio(ratio.numerator(), ratio.denominator(), ratio.per(), inPercent);
    }

    @Override
    public String share(Formula.Share share) {
        return ratio(share.part(), share.whole(), Formula.Share.PER, true);
    }

    @Override
    public String gap(Formula.Gap gap) {
        return gap.asDifference().in(this);
    }

    @Override
    public String spread(Formula.Spread spread) {
        String units = spread.of().in(this);
        return SPREAD.replace("${weight}", weight(spread.weight()))
                .replace("${figures}", "select area as unit, period from (%s) as formula".formatted(units))
                .replace("${formula}", units);
    }

    @Override
    public String arithmetic(Formula.Arithmetic arithmetic) {
        Operator operator = arithmetic.operator();
        Optional<String> left = number(arithmetic.left());
        Optional<String> right = number(arithmetic.right());
        if (left.isPresent()) {
            return withConstant(result(left.get(), operator, "value"), arithmetic.right());
        }
        if (right.isPresent()) {
            return withConstant(result("value", operator, right.get()), arithmetic.left());
        }
        return BOTH.replace("${result}", result("first.value", operator, "second.value"))
                .replace("${first}", arithmetic.left().in(this))
                .replace("${second}", arithmetic.right().in(this));
    }

    /** Of a formula that names no measure. */
    private static Optional<String> number(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return Optional.of("cast(%s as numeric)".formatted(constant.number().toPlainString()));
        }
        if (formula instanceof Formula.Arithmetic arithmetic) {
            return number(arithmetic.left()).flatMap(left -> number(arithmetic.right())
                    .map(right -> "(%s)".formatted(result(left, arithmetic.operator(), right))));
        }
        return Optional.empty();
    }

    private String withConstant(String result, Formula formula) {
        return WITH_CONSTANT.replace("${result}", result).replace("${formula}", formula.in(this));
    }

    private static String result(String left, Operator operator, String right) {
        return operator == Operator.BY
                ? "%s / nullif(%s, 0)".formatted(left, right)
                : "%s %s %s".formatted(left, operator, right);
    }

    private static String weighted(String combined, Figures of, Weight weight) {
        return WEIGHTED.replace("${weight}", weight(weight))
                .replace("${combined}", combined)
                .replace("${figures}", figures(of));
    }

    /** With a place left for the figures that are weighted. */
    private static String weight(Weight weight) {
        return (weight.latest() ? WEIGHT_LATEST : WEIGHT_SAME).replace("${weights}", figures(weight.figures()));
    }

    private static String ratio(List<Figures> numerator, List<Figures> denominator, long per, boolean share) {
        return RATIO.replace("${numerator}", added(numerator))
                .replace("${denominator}", added(denominator))
                .replace("${per}", String.valueOf(per))
                .replace("${share}", String.valueOf(share));
    }

    private static String added(List<Figures> figures) {
        return figures.size() == 1
                ? figures(figures.get(0))
                : ADDED.replace("${parts}", String.valueOf(figures.size()))
                        .replace(
                                "${each}",
                                figures.stream().map(FormulaSql::figures).collect(Collectors.joining(" union all ")));
    }

    private static String figures(Figures figures) {
        Selection selection = figures.selection();
        return FIGURES.replace("${measure}", literal(figures.measure()))
                .replace("${sex}", literal(selection.value(Dimension.SEX, "T")))
                .replace("${grade}", literal(selection.value(Dimension.GRADE, "")))
                .replace("${programme}", literal(selection.value(Dimension.PROGRAMME, "")));
    }

    /** What stands in a formula holds letters, digits, dots and hyphens only; the grammar sees to that. */
    private static String literal(String code) {
        return "'" + code + "'";
    }

    private static String load(String name) {
        return Sql.load(FormulaSql.class, name);
    }
}
