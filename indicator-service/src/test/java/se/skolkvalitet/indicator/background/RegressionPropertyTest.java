package se.skolkvalitet.indicator.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import se.skolkvalitet.indicator.background.Regression.Line;
import se.skolkvalitet.indicator.background.Regression.Unit;

/** What holds of all lines, and what another implementation makes of the same units. */
class RegressionPropertyTest {
    private static final double SMALL = 1e-7;

    @Property(tries = 200)
    void theLineIsThatOfAnotherImplementation(@ForAll("units") List<Unit> units) {
        Line line = line(units);
        OLSMultipleLinearRegression other = new OLSMultipleLinearRegression();
        other.newSampleData(
                units.stream().mapToDouble(unit -> unit.value().doubleValue()).toArray(),
                units.stream().map(RegressionPropertyTest::row).toArray(double[][]::new));

        double[] parameters = other.estimateRegressionParameters();

        assertThat(line.intercept().doubleValue()).isCloseTo(parameters[0], within(SMALL));
        for (int i = 1; i < parameters.length; i++) {
            assertThat(line.coefficients().get(i - 1).doubleValue()).isCloseTo(parameters[i], within(SMALL));
        }
        assertThat(line.r2().doubleValue()).isCloseTo(other.calculateRSquared(), within(0.00051));
    }

    @Property(tries = 200)
    void whatIsNotExpectedAddsUpToNothingAndHasNothingToDoWithTheBackground(@ForAll("units") List<Unit> units) {
        Line line = line(units);

        assertThat(units.stream().mapToDouble(unit -> residual(line, unit)).sum())
                .isCloseTo(0, within(SMALL));
        for (int i = 0; i < line.coefficients().size(); i++) {
            int variable = i;
            assertThat(units.stream()
                            .mapToDouble(unit -> residual(line, unit)
                                    * unit.background().get(variable).doubleValue())
                            .sum())
                    .isCloseTo(0, within(SMALL * 100));
        }
    }

    @Property(tries = 200)
    void theBackgroundExplainsFromNothingToAll(@ForAll("units") List<Unit> units) {
        assertThat(line(units).r2()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Property(tries = 200)
    void theLineDoesNotDependOnTheOrderOfTheUnits(@ForAll("units") List<Unit> units, @ForAll Random random) {
        List<Unit> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);

        assertThat(line(shuffled)).isEqualTo(line(units));
    }

    @Property(tries = 200)
    void whatIsExpectedDoesNotDependOnTheUnitOfAVariableNorOnWhereItBegins(
            @ForAll("units") List<Unit> units,
            @ForAll("factors") BigDecimal factor,
            @ForAll("figures") BigDecimal shift) {
        List<Unit> changed =
                units.stream().map(unit -> withFirst(unit, factor, shift)).toList();
        Line line = line(units);
        Line other = line(changed);

        for (int i = 0; i < units.size(); i++) {
            assertThat(expected(other, changed.get(i)).doubleValue())
                    .isCloseTo(expected(line, units.get(i)).doubleValue(), within(SMALL));
        }
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        return Arbitraries.integers().between(1, 4).flatMap(variables -> Combinators.combine(
                        figures(), figures().list().ofSize(variables))
                .as((value, background) -> new Unit("", value, background))
                .list()
                .ofMinSize(Regression.leastUnits(variables))
                .ofMaxSize(90)
                .map(RegressionPropertyTest::numbered));
    }

    @Provide
    Arbitrary<BigDecimal> figures() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(1);
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), BigDecimal.valueOf(100))
                .ofScale(2);
    }

    private static List<Unit> numbered(List<Unit> units) {
        return IntStream.range(0, units.size())
                .mapToObj(i -> new Unit(
                        "U%02d".formatted(i), units.get(i).value(), units.get(i).background()))
                .toList();
    }

    /** A line of units between which the values and all variables differ: made-up ones often do not. */
    private static Line line(List<Unit> units) {
        Line line = Regression.over(units, units.get(0).background().size());
        Assume.that(line.reason() == null);
        return line;
    }

    private static BigDecimal expected(Line line, Unit unit) {
        BigDecimal expected = line.intercept();
        for (int i = 0; i < line.coefficients().size(); i++) {
            expected = expected.add(
                    line.coefficients().get(i).multiply(unit.background().get(i)));
        }
        return expected;
    }

    private static double residual(Line line, Unit unit) {
        return unit.value().subtract(expected(line, unit)).doubleValue();
    }

    private static double[] row(Unit unit) {
        return unit.background().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static Unit withFirst(Unit unit, BigDecimal factor, BigDecimal shift) {
        List<BigDecimal> background = new ArrayList<>(unit.background());
        background.set(0, background.get(0).multiply(factor).add(shift));
        return new Unit(unit.code(), unit.value(), background);
    }
}
