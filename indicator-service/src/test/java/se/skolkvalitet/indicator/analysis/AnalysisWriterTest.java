package se.skolkvalitet.indicator.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.analysis.Analysis.AnalysedUnit;
import se.skolkvalitet.indicator.analysis.Analysis.Figure;
import se.skolkvalitet.indicator.analysis.Analysis.IndicatorPart;
import se.skolkvalitet.indicator.analysis.Analysis.Organiser;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.AreaKey;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.Known;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.SeriesKey;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.Subject;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.comparison.Breaks;
import se.skolkvalitet.indicator.comparison.Finding;
import se.skolkvalitet.indicator.comparison.Measured;
import se.skolkvalitet.indicator.comparison.Trends;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Goal;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Reference;
import se.skolkvalitet.indicator.framework.Edition.SubGoal;
import se.skolkvalitet.indicator.framework.Edition.SuccessFactor;
import se.skolkvalitet.indicator.framework.Edition.Text;

class AnalysisWriterTest {
    private static final Organiser ORGANISER = new Organiser("2120000142", "Stockholm", "MUNICIPALITY", "0180", "01");
    private static final AnalysedUnit COMPULSORY = new AnalysedUnit("12345678", "Skolan", List.of("gr"));
    private static final AreaKey COUNTY = new AreaKey(Level.COUNTY, "01");
    private static final AreaKey NATION = new AreaKey(Level.NATION, Level.NATION_CODE);

    @Test
    void tellsHowFarThePercentageLatestIsFromTheNations() {
        AnalysisWriter writer = writer("percent");
        writer.compareWith(NATION, new SeriesKey("GR-1-I1", "gr", "2023/24"), normal("84.0"));
        writer.compareWith(NATION, new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("85.5"));

        IndicatorPart part = part(
                writer,
                Map.of(
                        new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("83.2"),
                        new SeriesKey("GR-1-I1", "gr", "2023/24"), normal("90.0")));

        assertThat(part.differenceToNation()).isEqualByComparingTo("-2.3");
        assertThat(part.series()).extracting(Analysis.Point::period).containsExactly("2023/24", "2024/25");
    }

    @Test
    void comparesNoCountsWithTheNation() {
        AnalysisWriter writer = writer("number");
        writer.compareWith(NATION, new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("110000"));

        IndicatorPart part = part(writer, Map.of(new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("230")));

        assertThat(part.differenceToNation()).isNull();
        assertThat(part.series().get(0).nation().value()).isEqualByComparingTo("110000");
    }

    @Test
    void comparesNothingThatIsWithheld() {
        AnalysisWriter writer = writer("percent");
        writer.compareWith(NATION, new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("85.5"));

        IndicatorPart part = part(
                writer, Map.of(new SeriesKey("GR-1-I1", "gr", "2024/25"), known(null, ValueStatus.WITHHELD, null)));

        assertThat(part.differenceToNation()).isNull();
        assertThat(part.latest()).isNull();
    }

    @Test
    void tellsHowTheLatestShareDiffersFromTheRestOfTheCountyAndTheNation() {
        AnalysisWriter writer = writer("percent", "share(gr.passed, gr.pupils)", null);
        writer.compareWith(COUNTY, new SeriesKey("GR-1-I1", "gr", "2024/25"), share(460, 600));
        writer.compareWith(NATION, new SeriesKey("GR-1-I1", "gr", "2024/25"), share(4060, 5100));

        IndicatorPart part = part(writer, Map.of(new SeriesKey("GR-1-I1", "gr", "2024/25"), share(60, 100)));

        assertThat(part.latest().county().other()).isEqualByComparingTo("80");
        assertThat(part.latest().county().finding()).isEqualTo(Finding.LOWER);
        assertThat(part.latest().nation().difference()).isEqualByComparingTo("-20");
    }

    @Test
    void whoHasUnitsInSeveralCountiesIsComparedWithTheNationAlone() {
        AnalysisWriter writer = writer("percent", "share(gr.passed, gr.pupils)", null);
        writer.compareWith(COUNTY, new SeriesKey("GR-1-I1", "gr", "2024/25"), share(460, 600));
        writer.compareWith(NATION, new SeriesKey("GR-1-I1", "gr", "2024/25"), share(4060, 5100));

        Analysis analysis = writer.write(
                new Subject(ORGANISER, null, Map.of(new SeriesKey("GR-1-I1", "gr", "2024/25"), share(60, 100))),
                List.of(COMPULSORY));

        IndicatorPart part =
                analysis.goals().get(0).subGoals().get(0).indicators().get(0);
        assertThat(part.latest().county()).isNull();
        assertThat(part.latest().nation()).isNotNull();
    }

    @Test
    void threePeriodsTogetherAreNoPointOfTheSeries() {
        IndicatorPart part = part(
                writer("percent"),
                Map.of(
                        new SeriesKey("GR-1-I1", "gr", "2022/23"), normal("80.0"),
                        new SeriesKey("GR-1-I1", "gr", "2022/23..2024/25"), normal("83.0"),
                        new SeriesKey("GR-1-I1", "gr", "2023/24"), normal("83.0"),
                        new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("86.0")));

        assertThat(part.series()).extracting(Analysis.Point::period).containsExactly("2022/23", "2023/24", "2024/25");
        assertThat(part.threePeriods().organiser().value()).isEqualByComparingTo("83.0");
        assertThat(part.latest().trends()).singleElement().satisfies(trend -> assertThat(trend.perPeriod())
                .isEqualByComparingTo("3.0"));
    }

    @Test
    void aSubGoalThatNothingFollowsUpSaysWhy() {
        Text why = new Text("Ingen öppen källa.", "No public source.");

        Analysis analysis = writer("percent", "reported(gr.rate)", why)
                .write(new Subject(ORGANISER, "01", Map.of()), List.of(COMPULSORY));

        assertThat(analysis.goals().get(0).subGoals().get(0).notFollowed()).isEqualTo(why);
        assertThat(analysis.successFactors()).singleElement().satisfies(factor -> {
            assertThat(factor.levels()).hasSize(1);
            assertThat(factor.references())
                    .extracting(Analysis.Publication::year)
                    .containsExactly(2020);
        });
    }

    @Test
    void keepsToTheSchoolFormsThatTheOrganiserHas() {
        Analysis analysis = writer("percent")
                .write(
                        new Subject(ORGANISER, "01", Map.of(new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("83.2"))),
                        List.of(new AnalysedUnit("87654321", "Gymnasiet", List.of("gy"))));

        assertThat(analysis.goals()).isEmpty();
        assertThat(analysis.successFactors()).isEmpty();
    }

    private static IndicatorPart part(AnalysisWriter writer, Map<SeriesKey, Known> values) {
        Analysis analysis = writer.write(new Subject(ORGANISER, "01", values), List.of(COMPULSORY));
        return analysis.goals().get(0).subGoals().get(0).indicators().get(0);
    }

    private static Known normal(String value) {
        return known(value, ValueStatus.NORMAL, new Measured(new BigDecimal(value), null, null));
    }

    private static Known share(int part, int whole) {
        return known(
                String.valueOf(100 * part / whole),
                ValueStatus.NORMAL,
                new Measured(null, BigDecimal.valueOf(100L * part), BigDecimal.valueOf(whole)));
    }

    private static Known known(String value, ValueStatus status, Measured measured) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new Known(new Figure("1", number, null, null, null, null, status, null, null), measured, null);
    }

    private static AnalysisWriter writer(String unit) {
        return writer(unit, "reported(gr.rate)", null);
    }

    private static AnalysisWriter writer(String unit, String formula, Text notFollowed) {
        Text text = new Text("text", "text");
        Edition edition = new Edition(
                1,
                List.of(),
                List.of(new Goal("GR", "gr", text)),
                List.of(new SubGoal("GR-1", "GR", "knowledge", text, notFollowed)),
                List.of(new Indicator(
                        "GR-1-I1",
                        text,
                        text,
                        List.of("GR-1"),
                        Set.of("gr"),
                        unit,
                        1,
                        "higher",
                        "school-year",
                        formula,
                        List.of(),
                        null)),
                List.of(new SuccessFactor(
                        "F1",
                        text,
                        List.of("GR-1"),
                        List.of(text),
                        List.of(text),
                        List.of(new Reference("Title", "Publisher", 2020, null)))),
                List.of(),
                null,
                null);
        return new AnalysisWriter(edition, "2026.1", new Trends(new Breaks(List.of(), List.of())));
    }
}
