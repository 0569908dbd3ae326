package se.skolkvalitet.indicator.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.comparison.Break.Reason;
import se.skolkvalitet.indicator.framework.DatedSchoolForm;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.AreaFigures;
import se.skolkvalitet.indicator.framework.InForce;
import se.skolkvalitet.indicator.protection.DisclosureRules;

class TrendsTest {
    private static final Scale POINTS = new Scale(1, false, DisclosureRules.USUAL, true, true);
    private static final List<DatedSchoolForm> TEN_YEARS_FROM_2028 = List.of(new DatedSchoolForm(
            "grundskola",
            List.of(
                    new DatedSchoolForm.Period(LocalDate.of(2011, 7, 1), LocalDate.of(2028, 6, 30), List.of(1, 9)),
                    new DatedSchoolForm.Period(LocalDate.of(2028, 7, 1), null, List.of(1, 10)))));

    @Test
    void theSlopeIsThatOfTheLineThatFitsBest() {
        List<Trend> trends = trends(List.of(), List.of())
                .of("I", "grundskola", Level.ORGANISER, years(2020, 10, 14, 12, 18, 16), POINTS);

        // Three: (16 - 12) / 2; five: (-2·10 - 14 + 18 + 2·16) / 10 = 1.6
        assertThat(trends)
                .extracting(Trend::periods, Trend::from, Trend::change, Trend::perPeriod, Trend::finding)
                .containsExactly(
                        tuple(3, "2022", number("4.0"), number("2.0"), Finding.CANNOT_TELL),
                        tuple(5, "2020", number("6.0"), number("1.6"), Finding.CANNOT_TELL));
    }

    @Test
    void aShareThatIsHigherThanBeforeIsFoundHigher() {
        List<Dated> series =
                List.of(share("2022/23", 100, 200), share("2023/24", 110, 200), share("2024/25", 150, 200));

        List<Trend> trends = trends(List.of(), List.of())
                .of("I", "grundskola", Level.ORGANISER, series, new Scale(1, true, DisclosureRules.USUAL, true, true));

        assertThat(trends).singleElement().satisfies(trend -> {
            assertThat(trend.change()).isEqualTo(number("25.0"));
            assertThat(trend.perPeriod()).isEqualTo(number("12.5"));
            assertThat(trend.finding()).isEqualTo(Finding.HIGHER);
        });
    }

    @Test
    void aPeriodThatIsMissingLeavesNoTrend() {
        List<Dated> series = new ArrayList<>(years(2020, 1, 2, 3));
        series.addAll(years(2024, 4));

        assertThat(trends(List.of(), List.of()).of("I", "grundskola", Level.ORGANISER, series, POINTS))
                .isEmpty();
    }

    @Test
    void acrossASchoolFormThatBecameAnotherNothingIsTold() {
        List<Trend> trends = trends(List.of(), TEN_YEARS_FROM_2028)
                .of("I", "grundskola", Level.ORGANISER, years(2025, 10, 11, 12, 13, 14), POINTS);

        assertThat(trends).allSatisfy(trend -> {
            assertThat(trend.change()).isNull();
            assertThat(trend.finding()).isEqualTo(Finding.CANNOT_TELL);
            assertThat(trend.breaks()).containsExactly(new Break("2028", Reason.SCHOOL_FORM, null));
        });
    }

    @Test
    void betweenTheSourcesOwnFigureAndOneMadeOfTheUnitsNothingIsTold() {
        List<Dated> series = new ArrayList<>(years(2022, 86, 86));
        series.add(new Dated("2024", new Measured(new BigDecimal("71"), null, null, null, true, 0)));

        List<Trend> trends = trends(List.of(), List.of()).of("I", "grundskola", Level.ORGANISER, series, POINTS);

        assertThat(trends).singleElement().satisfies(trend -> {
            assertThat(trend.change()).isNull();
            assertThat(trend.finding()).isEqualTo(Finding.CANNOT_TELL);
            assertThat(trend.breaks()).containsExactly(new Break("2024", Reason.SOURCE, null));
        });
    }

    @Test
    void ofAnotherSchoolFormItIsTold() {
        List<Trend> trends = trends(List.of(), TEN_YEARS_FROM_2028)
                .of("I", "gymnasieskola", Level.ORGANISER, years(2027, 10, 11, 12), POINTS);

        assertThat(trends).singleElement().extracting(Trend::breaks).isEqualTo(List.of());
    }

    @Test
    void anEditionThatDefinesTheIndicatorOtherwiseIsNamedBesideTheTrend() {
        List<InForce> editions = List.of(
                new InForce(LocalDate.of(2020, 1, 1), edition(1, "mean(gr.merit weight gr.pupils)", "merit")),
                new InForce(LocalDate.of(2024, 1, 1), edition(2, "mean(gr.merit weight gr.pupils latest)", "merit")));

        List<Trend> trends =
                trends(editions, List.of()).of("I", "grundskola", Level.ORGANISER, years(2022, 10, 11, 12), POINTS);

        assertThat(trends).singleElement().satisfies(trend -> {
            assertThat(trend.change()).isEqualTo(number("2.0"));
            assertThat(trend.breaks()).containsExactly(new Break("2024", Reason.DEFINITION, 2));
        });
    }

    @Test
    void aMeasureThatIsAnotherInItsSourceIsAnotherDefinition() {
        List<InForce> editions = List.of(
                new InForce(LocalDate.of(2020, 1, 1), edition(1, "mean(gr.merit weight gr.pupils)", "merit")),
                new InForce(LocalDate.of(2023, 10, 15), edition(2, "mean(gr.merit weight gr.pupils)", "meritNew")));

        List<Trend> trends =
                trends(editions, List.of()).of("I", "grundskola", Level.ORGANISER, years(2022, 10, 11, 12), POINTS);

        assertThat(trends)
                .singleElement()
                .extracting(Trend::breaks)
                .isEqualTo(List.of(new Break("2023", Reason.DEFINITION, 2)));
    }

    @Test
    void anotherSourceOfAreasIsAnotherDefinitionThereAndNotOfUnits() {
        List<InForce> editions = List.of(
                new InForce(LocalDate.of(2020, 1, 1), edition(1, "mean(gr.merit weight gr.pupils)", "merit")),
                new InForce(
                        LocalDate.of(2023, 1, 1),
                        edition(
                                2,
                                "mean(gr.merit weight gr.pupils)",
                                measure("gr.merit", "merit", new AreaFigures(Set.of("nation"), "kolada", "N1")))));

        Trends trends = trends(editions, List.of());

        assertThat(trends.of("I", "grundskola", Level.NATION, years(2022, 10, 11, 12), POINTS))
                .singleElement()
                .extracting(Trend::breaks)
                .isEqualTo(List.of(new Break("2023", Reason.DEFINITION, 2)));
        assertThat(trends.of("I", "grundskola", Level.SCHOOL_UNIT, years(2022, 10, 11, 12), POINTS))
                .singleElement()
                .extracting(Trend::breaks)
                .isEqualTo(List.of());
    }

    @Test
    void anEditionWithTheSameDefinitionIsNoBreak() {
        List<InForce> editions = List.of(
                new InForce(LocalDate.of(2020, 1, 1), edition(1, "mean(gr.merit weight gr.pupils)", "merit")),
                new InForce(LocalDate.of(2023, 1, 1), edition(2, "mean( gr.merit  weight gr.pupils )", "merit")));

        List<Trend> trends =
                trends(editions, List.of()).of("I", "grundskola", Level.ORGANISER, years(2022, 10, 11, 12), POINTS);

        assertThat(trends).singleElement().extracting(Trend::breaks).isEqualTo(List.of());
    }

    private static Trends trends(List<InForce> editions, List<DatedSchoolForm> forms) {
        return new Trends(new Breaks(editions, forms));
    }

    private static List<Dated> years(int first, int... values) {
        List<Dated> series = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            series.add(new Dated(String.valueOf(first + i), new Measured(BigDecimal.valueOf(values[i]), null, null)));
        }
        return series;
    }

    private static Dated share(String period, int part, int whole) {
        return new Dated(period, new Measured(null, BigDecimal.valueOf(100L * part), BigDecimal.valueOf(whole)));
    }

    private static Edition edition(int number, String formula, String keyOfMerit) {
        return edition(number, formula, measure("gr.merit", keyOfMerit, null));
    }

    private static Edition edition(int number, String formula, Edition.Measure merit) {
        return new Edition(
                number,
                List.of(merit, measure("gr.pupils", "pupils", null)),
                List.of(),
                List.of(),
                List.of(new Edition.Indicator(
                        "I",
                        null,
                        null,
                        List.of(),
                        Set.of("grundskola"),
                        "points",
                        1,
                        null,
                        "calendar-year",
                        formula,
                        List.of(),
                        null)),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Edition.Measure measure(String code, String sourceKey, AreaFigures areas) {
        return new Edition.Measure(
                code,
                null,
                "points",
                "average",
                "csv",
                sourceKey,
                areas,
                Set.of("grundskola"),
                Set.of(),
                "calendar-year",
                null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
