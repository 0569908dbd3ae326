package se.skolkvalitet.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    /** Newcombe, Statistics in Medicine 17 (1998), 857–872, table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 25.53, 36.62", "15, 148, 6.24, 16.05", "0, 20, 0.00, 16.11", "1, 29, 0.61, 17.18"})
    void ofAShareIsTheOneThatIsPublished(BigDecimal part, BigDecimal whole, BigDecimal low, BigDecimal high) {
        Interval interval = Interval.ofShare(share(part, whole), whole);

        assertThat(rounded(interval)).isEqualTo(new Interval(low, high));
    }

    /** Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 5.24, 33.39",
        "9, 10, 3, 10, 17.05, 80.90",
        "6, 7, 2, 7, 5.82, 80.62",
        "5, 56, 0, 29, -3.81, 19.26",
        "0, 10, 0, 20, -16.11, 27.75",
        "0, 10, 0, 10, -27.75, 27.75",
        "10, 10, 0, 20, 67.91, 100.00",
        "10, 10, 0, 10, 60.75, 100.00"
    })
    void ofADifferenceIsTheOneThatIsPublished(
            BigDecimal part,
            BigDecimal whole,
            BigDecimal otherPart,
            BigDecimal otherWhole,
            BigDecimal low,
            BigDecimal high) {
        Interval interval = difference(part, whole, otherPart, otherWhole);

        assertThat(rounded(interval)).isEqualTo(new Interval(low, high));
    }

    @Property
    void aShareLiesInItsInterval(
            @ForAll @IntRange(min = 1, max = 5000) int whole, @ForAll @IntRange(max = 5000) int some) {
        BigDecimal part = BigDecimal.valueOf(Math.min(some, whole));

        Interval interval = Interval.ofShare(share(part, BigDecimal.valueOf(whole)), BigDecimal.valueOf(whole));

        assertThat(share(part, BigDecimal.valueOf(whole)))
                .isBetween(interval.low().subtract(TINY), interval.high().add(TINY));
        assertThat(interval.low()).isNotNegative();
        assertThat(interval.high()).isLessThanOrEqualTo(HUNDRED);
    }

    @Property
    void theMoreAShareIsAboutTheNarrowerItsInterval(
            @ForAll @IntRange(min = 1, max = 1000) int whole, @ForAll @IntRange(max = 1000) int some) {
        BigDecimal share = share(BigDecimal.valueOf(Math.min(some, whole)), BigDecimal.valueOf(whole));

        Interval interval = Interval.ofShare(share, BigDecimal.valueOf(whole));
        Interval ofMore = Interval.ofShare(share, BigDecimal.valueOf(4L * whole));

        assertThat(width(ofMore)).isLessThan(width(interval));
    }

    @Property
    void theRestHasTheMirroredInterval(
            @ForAll @IntRange(min = 1, max = 1000) int whole, @ForAll @IntRange(max = 1000) int some) {
        BigDecimal share = share(BigDecimal.valueOf(Math.min(some, whole)), BigDecimal.valueOf(whole));

        Interval interval = Interval.ofShare(share, BigDecimal.valueOf(whole));
        Interval ofRest = Interval.ofShare(HUNDRED.subtract(share), BigDecimal.valueOf(whole));

        assertThat(rounded(ofRest).low()).isEqualTo(rounded(HUNDRED.subtract(interval.high())));
        assertThat(rounded(ofRest).high()).isEqualTo(rounded(HUNDRED.subtract(interval.low())));
    }

    @Property
    void aDifferenceTheOtherWayRoundIsTheSameBelowZero(
            @ForAll @IntRange(min = 10, max = 500) int whole,
            @ForAll @IntRange(max = 500) int some,
            @ForAll @IntRange(min = 10, max = 500) int otherWhole,
            @ForAll @IntRange(max = 500) int otherSome) {
        BigDecimal part = BigDecimal.valueOf(Math.min(some, whole));
        BigDecimal otherPart = BigDecimal.valueOf(Math.min(otherSome, otherWhole));

        Interval one = difference(part, BigDecimal.valueOf(whole), otherPart, BigDecimal.valueOf(otherWhole));
        Interval other = difference(otherPart, BigDecimal.valueOf(otherWhole), part, BigDecimal.valueOf(whole));

        assertThat(rounded(one).low())
                .isEqualByComparingTo(rounded(other).high().negate());
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TINY = new BigDecimal("1e-30");

    private static Interval difference(BigDecimal part, BigDecimal whole, BigDecimal otherPart, BigDecimal otherWhole) {
        BigDecimal share = share(part, whole);
        BigDecimal other = share(otherPart, otherWhole);
        return Interval.ofDifference(share, Interval.ofShare(share, whole), other, Interval.ofShare(other, otherWhole));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 40, RoundingMode.HALF_UP);
    }

    private static BigDecimal width(Interval interval) {
        return interval.high().subtract(interval.low());
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }

    private static Interval rounded(Interval interval) {
        return new Interval(rounded(interval.low()), rounded(interval.high()));
    }
}
