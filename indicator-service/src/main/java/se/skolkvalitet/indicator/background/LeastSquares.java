package se.skolkvalitet.indicator.background;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Ordinary least squares with an intercept, in double precision: columns are centred by their exact means, scaled to
 * length one and taken apart by the modified Gram–Schmidt process (Björck 1967), which loses no more digits than the data
 * make necessary. The same rows in the same order give the same bits on every machine.
 */
final class LeastSquares {
    /** What is new in a column beside those before it, in lengths of the column: with less, it follows from them. */
    private static final double LEAST_NEW = 1e-6;

    private final double[][] columns;
    private final double[] rest;
    private final double[][] triangle;
    private final double[] projections;

    private LeastSquares(double[][] columns, double[] rest) {
        this.columns = columns;
        this.rest = rest;
        this.triangle = new double[columns.length][columns.length];
        this.projections = new double[columns.length];
    }

    /**
     * @param slopes of each column
     * @param r2 which share of the variance the columns explain, from 0 to 1
     */
    record Fit(List<BigDecimal> slopes, double r2) {}

    /** @param values not all the same */
    static Optional<Fit> fit(List<BigDecimal> values, List<List<BigDecimal>> columns) {
        double[][] centred = columns.stream().map(LeastSquares::centred).toArray(double[][]::new);
        double[] lengths = new double[centred.length];
        for (int i = 0; i < centred.length; i++) {
            lengths[i] = length(centred[i]);
            if (lengths[i] == 0) {
                return Optional.empty();
            }
            scale(centred[i], lengths[i]);
        }
        double[] rest = centred(values);
        double spread = length(rest);
        scale(rest, spread);
        LeastSquares squares = new LeastSquares(centred, rest);
        if (!squares.takeApart()) {
            return Optional.empty();
        }
        double[] solution = squares.solution();
        BigDecimal[] slopes = new BigDecimal[solution.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = new BigDecimal(solution[i] * spread / lengths[i]);
        }
        double unexplained = product(squares.rest, squares.rest);
        return Optional.of(new Fit(List.of(slopes), Math.min(1, Math.max(0, 1 - unexplained))));
    }

    /** Leaves in the rest what no column explains. False where a column follows from those before it. */
    private boolean takeApart() {
        for (int i = 0; i < columns.length; i++) {
            double fresh = length(columns[i]);
            if (fresh < LEAST_NEW) {
                return false;
            }
            scale(columns[i], fresh);
            triangle[i][i] = fresh;
            for (int j = i + 1; j < columns.length; j++) {
                triangle[i][j] = takeOut(columns[i], columns[j]);
            }
            projections[i] = takeOut(columns[i], rest);
        }
        return true;
    }

    private double[] solution() {
        double[] solution = projections.clone();
        for (int i = solution.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < solution.length; j++) {
                solution[i] -= triangle[i][j] * solution[j];
            }
            solution[i] /= triangle[i][i];
        }
        return solution;
    }

    private static double[] centred(List<BigDecimal> column) {
        BigDecimal mean = mean(column);
        return column.stream()
                .mapToDouble(value -> value.subtract(mean).doubleValue())
                .toArray();
    }

    /** Exact to 34 digits. */
    static BigDecimal mean(List<BigDecimal> column) {
        return column.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(column.size()), MathContext.DECIMAL128);
    }

    /** @return how much of the direction was in the column */
    private static double takeOut(double[] direction, double[] column) {
        double share = product(direction, column);
        for (int i = 0; i < column.length; i++) {
            column[i] -= share * direction[i];
        }
        return share;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double length(double[] column) {
        return Math.sqrt(product(column, column));
    }

    private static void scale(double[] column, double length) {
        for (int i = 0; i < column.length; i++) {
            column[i] /= length;
        }
    }
}
