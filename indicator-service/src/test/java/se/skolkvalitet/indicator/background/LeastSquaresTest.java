package se.skolkvalitet.indicator.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.background.LeastSquares.Fit;

/**
 * Against a certified answer: the Longley data of the Statistical Reference Datasets of the National Institute of
 * Standards and Technology, whose variables nearly follow from each other.
 */
class LeastSquaresTest {
    private static final double[][] LONGLEY = {
        {60323, 83.0, 234289, 2356, 1590, 107608, 1947},
        {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
        {60171, 88.2, 258054, 3682, 1616, 109773, 1949},
        {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
        {63221, 96.2, 328975, 2099, 3099, 112075, 1951},
        {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
        {64989, 99.0, 365385, 1870, 3547, 115094, 1953},
        {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
        {66019, 101.2, 397469, 2904, 3048, 117388, 1955},
        {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
        {68169, 108.4, 442769, 2936, 2798, 120445, 1957},
        {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
        {68655, 112.6, 482704, 3813, 2552, 123366, 1959},
        {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
        {69331, 115.7, 518173, 4806, 2572, 127852, 1961},
        {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
    };
    private static final double[] CERTIFIED = {
        15.0618722713733,
        -0.358191792925910E-01,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807E-01,
        1829.15146461355
    };
    private static final double CERTIFIED_R2 = 0.995479004577296;

    @Test
    void givesTheCertifiedSlopesToTenDigits() {
        Fit fit = LeastSquares.fit(column(0), columns()).orElseThrow();

        for (int i = 0; i < CERTIFIED.length; i++) {
            assertThat(fit.slopes().get(i).doubleValue()).isCloseTo(CERTIFIED[i], withinPercentage(1e-8));
        }
        assertThat(fit.r2()).isCloseTo(CERTIFIED_R2, withinPercentage(1e-10));
    }

    @Test
    void findsNoLineWhereAColumnFollowsFromTheOthers() {
        List<List<BigDecimal>> columns = List.of(column(1), column(3), sum(column(1), column(3)));

        assertThat(LeastSquares.fit(column(0), columns)).isEmpty();
    }

    @Test
    void findsNoLineWhereAColumnDoesNotVary() {
        List<BigDecimal> constant =
                column(1).stream().map(any -> BigDecimal.TEN).toList();

        assertThat(LeastSquares.fit(column(0), List.of(column(1), constant))).isEmpty();
    }

    private static List<List<BigDecimal>> columns() {
        return IntStream.rangeClosed(1, CERTIFIED.length)
                .mapToObj(LeastSquaresTest::column)
                .toList();
    }

    private static List<BigDecimal> column(int index) {
        return Arrays.stream(LONGLEY).map(row -> BigDecimal.valueOf(row[index])).toList();
    }

    private static List<BigDecimal> sum(List<BigDecimal> one, List<BigDecimal> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).add(other.get(i)))
                .toList();
    }
}
