package se.skolkvalitet.indicator.background;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far apart organisers are, by the Euclidean distance over background variables, each in standard deviations of all
 * organisers that are given (of the population: divided by their number). A variable that does not vary is left out.
 *
 * <p>Exact, so that neither the machine nor the order of the rows decides who is nearer. With n organisers, a variable's
 * variance is V / n² where V = n·Σx² − (Σx)², and the square of a distance n²·Σ (x − y)² / V. Times the product of all V
 * it is a sum without a division, by which distances are compared; one of them is only divided to be told.
 */
final class Standardised {
    private static final MathContext TOLD = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final int DECIMALS = 3;

    private final BigDecimal number;
    private final BigDecimal product;
    private final List<BigDecimal> weights;

    private Standardised(BigDecimal number, BigDecimal product, List<BigDecimal> weights) {
        this.number = number;
        this.product = product;
        this.weights = weights;
    }

    /** @param rows a value of each variable for each organiser */
    static Standardised over(List<List<BigDecimal>> rows) {
        BigDecimal number = BigDecimal.valueOf(rows.size());
        int variables = rows.isEmpty() ? 0 : rows.get(0).size();
        List<BigDecimal> variances = IntStream.range(0, variables)
                .mapToObj(variable -> variance(number, rows, variable))
                .toList();
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < variables; i++) {
            weights.add(variances.get(i).signum() == 0 ? BigDecimal.ZERO : productWithout(i, variances));
        }
        return new Standardised(number, productWithout(-1, variances), List.copyOf(weights));
    }

    /** Times the square of the number of rows. */
    private static BigDecimal variance(BigDecimal number, List<List<BigDecimal>> rows, int variable) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (List<BigDecimal> row : rows) {
            BigDecimal value = row.get(variable);
            sum = sum.add(value);
            squares = squares.add(value.multiply(value));
        }
        return number.multiply(squares).subtract(sum.multiply(sum));
    }

    private static BigDecimal productWithout(int index, List<BigDecimal> variances) {
        return IntStream.range(0, variances.size())
                .filter(i -> i != index)
                .mapToObj(variances::get)
                .filter(variance -> variance.signum() != 0)
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** Greater where two are farther apart; of no other meaning, and comparable only with others of the same rows. */
    BigDecimal farness(List<BigDecimal> one, List<BigDecimal> other) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            BigDecimal difference = one.get(i).subtract(other.get(i));
            sum = sum.add(difference.multiply(difference).multiply(weights.get(i)));
        }
        return sum;
    }

    /** In standard deviations, to three decimals, half away from zero. */
    BigDecimal distance(BigDecimal farness) {
        return farness.divide(product, TOLD).sqrt(TOLD).multiply(number).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
