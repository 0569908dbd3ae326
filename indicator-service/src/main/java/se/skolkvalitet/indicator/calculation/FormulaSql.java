package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.kit.db.Sql;

/**
 * The set-wise SQL of a formula: a query over the tables {@code input} and {@code unit_area} with the columns
 * {@code level, area, period, value, status, coverage, units, units_with_value}, one row for each area and period in
 * which at least one of its units has an observation. Values are not rounded yet.
 */
final class FormulaSql {
    private static final String REPORTED = Sql.load(FormulaSql.class, "reported");
    private static final String SUM = Sql.load(FormulaSql.class, "sum");
    private static final String MEAN = Sql.load(FormulaSql.class, "mean");
    private static final String WEIGHT_SAME = Sql.load(FormulaSql.class, "weight-of-same-period");
    private static final String WEIGHT_LATEST = Sql.load(FormulaSql.class, "weight-latest");
    private static final String RATIO = Sql.load(FormulaSql.class, "ratio");
    private static final String DIFFERENCE = Sql.load(FormulaSql.class, "difference");

    private FormulaSql() {}

    /**
     * @param share whether the indicator is a share, so that the part which is not in the numerator is protected like
     *     the numerator
     */
    static String of(Formula formula, boolean share) {
        if (formula instanceof Formula.Reported reported) {
            return REPORTED.replace("${measure}", literal(reported.measure()));
        }
        if (formula instanceof Formula.Sum sum) {
            return SUM.replace("${measure}", literal(sum.measure()));
        }
        if (formula instanceof Formula.Mean mean) {
            return MEAN.replace("${weight}", mean.latest() ? WEIGHT_LATEST : WEIGHT_SAME)
                    .replace("${measure}", literal(mean.measure()))
                    .replace("${weight-measure}", literal(mean.weight()));
        }
        if (formula instanceof Formula.Ratio ratio) {
            return RATIO.replace("${numerator}", literal(ratio.numerator()))
                    .replace("${denominator}", literal(ratio.denominator()))
                    .replace("${per}", String.valueOf(ratio.per()))
                    .replace("${share}", String.valueOf(share));
        }
        Formula.Difference difference = (Formula.Difference) formula;
        return DIFFERENCE
                .replace("${minuend}", of(difference.minuend(), share))
                .replace("${subtrahend}", of(difference.subtrahend(), share));
    }

    /** Measure codes hold letters, digits, dots and hyphens only; the grammar sees to that. */
    private static String literal(String measure) {
        return "'" + measure + "'";
    }
}
