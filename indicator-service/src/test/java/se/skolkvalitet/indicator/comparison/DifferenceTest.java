package se.skolkvalitet.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.protection.DisclosureRules;

class DifferenceTest {
    private static final Scale SHARE = new Scale(1, true, DisclosureRules.USUAL, true, true);
    private static final Scale MEAN = new Scale(1, false, DisclosureRules.USUAL, true, true);

    @Test
    void anOrganiserIsTakenOutOfTheAreaItIsComparedWith() {
        Measured organiser = share(60, 100);
        Measured county = share(460, 600);

        Difference difference = Difference.fromAround(organiser, county, SHARE).orElseThrow();

        // 460 - 60 of 600 - 100: 80 %; Wilson of 60 of 100: 50.2 to 69.1, of 400 of 500: 76.3 to 83.3;
        // -20 - √(9.80² + 3.27²) = -30.3, -20 + √(9.06² + 3.73²) = -10.2
        assertThat(difference)
                .isEqualTo(new Difference(
                        number("80.0"), number("-20.0"), number("-30.3"), number("-10.2"), Finding.LOWER));
    }

    @Test
    void thereIsNoDifferenceToSpeakOfWhereTheIntervalHoldsZero() {
        Difference difference = Difference.between(share(15, 20), share(400, 500), SHARE);

        assertThat(difference.finding()).isEqualTo(Finding.NO_DIFFERENCE);
        assertThat(difference.low()).isNegative();
        assertThat(difference.high()).isPositive();
    }

    @Test
    void aHigherShareIsHigher() {
        assertThat(Difference.between(share(90, 100), share(50, 100), SHARE).finding())
                .isEqualTo(Finding.HIGHER);
    }

    @Test
    void ofMeansNobodyCanTellForWeightsAreNotHowManyTheyAreAbout() {
        Difference difference = Difference.fromAround(mean(44000, 200), mean(230000, 1000), MEAN)
                .orElseThrow();

        // 186000 / 800 = 232.5; 220 - 232.5
        assertThat(difference)
                .isEqualTo(new Difference(number("232.5"), number("-12.5"), null, null, Finding.CANNOT_TELL));
    }

    @Test
    void nothingCanBeTakenOutOfTheSourcesOwnFigure() {
        Difference difference =
                Difference.fromAround(mean(44000, 200), reported("231.4"), MEAN).orElseThrow();

        assertThat(difference)
                .isEqualTo(new Difference(number("231.4"), number("-11.4"), null, null, Finding.CANNOT_TELL));
    }

    /** It would be compared with itself. */
    @ParameterizedTest
    @CsvSource({"1, 1, false", "5, 10, false", "4, 10, true", "10, 0, true"})
    void fromTheSourcesOwnFigureThereIsNoDifferenceOfWhatHasHalfOfItsUnits(int units, int ofArea, boolean told) {
        Measured part = new Measured(null, number("44000"), number("200"), null, false, units);
        Measured area = new Measured(number("231.4"), null, null, null, true, ofArea);

        assertThat(Difference.fromAround(part, area, MEAN).isPresent()).isEqualTo(told);
    }

    @Test
    void aDifferenceIsTakenBeforeItsSidesAreRounded() {
        Difference difference = Difference.between(mean(4004, 100), mean(3796, 100), MEAN);

        // 40.04 - 37.96 = 2.08, and not 40.0 - 38.0
        assertThat(difference.difference()).isEqualTo(number("2.1"));
    }

    @Test
    void whoIsAloneInAnAreaIsNotComparedWithIt() {
        assertThat(Difference.fromAround(share(60, 100), share(60, 100), SHARE)).isEmpty();
    }

    @Test
    void sourcesThatContradictEachOtherAreNotCompared() {
        assertThat(Difference.fromAround(share(60, 100), share(50, 200), SHARE)).isEmpty();
    }

    @Test
    void theIntervalOfRoundedSharesHoldsAllThatTheyMayBe() {
        Measured about100 = rounded(100, 100, "60", "100");
        Measured half = share(50, 100);

        Difference difference = Difference.between(about100, half, SHARE);

        assertThat(difference.difference()).isEqualTo(number("50.0"));
        assertThat(difference.low())
                .isEqualTo(Difference.between(share(60, 100), half, SHARE).low());
        assertThat(difference.high())
                .isEqualTo(Difference.between(share(100, 100), half, SHARE).high());
        assertThat(difference.finding()).isEqualTo(Finding.NO_DIFFERENCE);
        assertThat(Difference.between(half, about100, SHARE).high())
                .isEqualTo(Difference.between(half, share(60, 100), SHARE).high());
    }

    @Test
    void whatIsLeftOfAnAreaIsAsUncertainAsWhatElseIsInIt() {
        Measured organiser = rounded(100, 100, "60", "100");

        // All that is uncertain in the first is the organiser's, 60 to 100 of 100; the second's others are 30 to 50 of
        // 100.
        Difference certainRest = Difference.fromAround(organiser, rounded(150, 200, "55", "75"), SHARE)
                .orElseThrow();
        Difference uncertainRest = Difference.fromAround(organiser, rounded(150, 200, "45", "75"), SHARE)
                .orElseThrow();

        assertThat(certainRest).isEqualTo(Difference.between(organiser, share(50, 100), SHARE));
        assertThat(uncertainRest).isEqualTo(Difference.between(organiser, rounded(50, 100, "30", "50"), SHARE));
    }

    @Test
    void ofRoundedSharesNobodyCanTellWhereNobodyKnowsBetweenWhichTheyLie() {
        Difference difference = Difference.between(rounded(100, 100, null, null), share(50, 100), SHARE);

        assertThat(difference)
                .isEqualTo(new Difference(number("50.0"), number("50.0"), null, null, Finding.CANNOT_TELL));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"69, 109", "63, 150", "108, 150"})
    void fromSoFewThatTheirShareIsNotPublishedNoDifferenceIsTold(int part, int whole) {
        // 60 of 100 leave 9 of 9, 3 of 50, and 48 of 50, which is all but two.
        assertThat(Difference.fromAround(share(60, 100), share(part, whole), SHARE))
                .isEmpty();
    }

    @Test
    void fromTenOfWhichNoneOrAllPassedItIsTold() {
        assertThat(Difference.fromAround(share(60, 100), share(70, 110), SHARE)).isPresent();
        assertThat(Difference.fromAround(share(60, 100), share(60, 110), SHARE)).isPresent();
        assertThat(Difference.fromAround(share(60, 100), share(65, 110), SHARE)).isPresent();
    }

    @Test
    void severalAreTakenTogetherByTheirSumsOrWhereOneHasNoneByTheirMedian() {
        Measured three = new Measured(number("3"), number("300"), number("100"));
        Measured six = new Measured(number("6"), number("1200"), number("200"));

        assertThat(Measured.together(List.of(three, six)).orElseThrow().exact()).isEqualByComparingTo("5");
        assertThat(Measured.together(List.of(three, six, reported("9")))
                        .orElseThrow()
                        .exact())
                .isEqualByComparingTo("6");
        assertThat(Measured.together(List.of(three, reported("9"), six, reported("1")))
                        .orElseThrow()
                        .exact())
                .isEqualByComparingTo("4.5");
        assertThat(Measured.together(List.of())).isEmpty();
    }

    private static Measured share(int part, int whole) {
        return mean(100L * part, whole);
    }

    private static Measured rounded(int part, int whole, String low, String high) {
        return new Measured(
                null,
                BigDecimal.valueOf(100L * part),
                BigDecimal.valueOf(whole),
                new Measured.Rounding(low == null ? null : number(low), high == null ? null : number(high)),
                false,
                0);
    }

    private static Measured mean(long dividend, long divisor) {
        return new Measured(null, BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
    }

    private static Measured reported(String value) {
        return new Measured(number(value), null, null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
