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
import se.skolkvalitet.indicator.analysis.AnalysisWriter.SeriesKey;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Goal;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.SubGoal;
import se.skolkvalitet.indicator.framework.Edition.SuccessFactor;
import se.skolkvalitet.indicator.framework.Edition.Text;

class AnalysisWriterTest {
    private static final Organiser ORGANISER = new Organiser("2120000142", "Stockholm", "MUNICIPALITY", "0180", "01");
    private static final AnalysedUnit COMPULSORY = new AnalysedUnit("12345678", "Skolan", List.of("gr"));
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
                writer,
                Map.of(
                        new SeriesKey("GR-1-I1", "gr", "2024/25"),
                        new Figure("1", null, null, null, ValueStatus.WITHHELD, null, null)));

        assertThat(part.differenceToNation()).isNull();
    }

    @Test
    void keepsToTheSchoolFormsThatTheOrganiserHas() {
        Analysis analysis = writer("percent")
                .write(
                        ORGANISER,
                        List.of(new AnalysedUnit("87654321", "Gymnasiet", List.of("gy"))),
                        Map.of(new SeriesKey("GR-1-I1", "gr", "2024/25"), normal("83.2")));

        assertThat(analysis.goals()).isEmpty();
        assertThat(analysis.successFactors()).isEmpty();
    }

    private static IndicatorPart part(AnalysisWriter writer, Map<SeriesKey, Figure> values) {
        Analysis analysis = writer.write(ORGANISER, List.of(COMPULSORY), values);
        return analysis.goals().get(0).subGoals().get(0).indicators().get(0);
    }

    private static Figure normal(String value) {
        return new Figure("1", new BigDecimal(value), null, null, ValueStatus.NORMAL, null, null);
    }

    private static AnalysisWriter writer(String unit) {
        Text text = new Text("text", "text");
        Edition edition = new Edition(
                1,
                List.of(),
                List.of(new Goal("GR", "gr", text)),
                List.of(new SubGoal("GR-1", "GR", "knowledge", text)),
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
                        "measure",
                        List.of())),
                List.of(new SuccessFactor("F1", text, List.of("GR-1"), List.of(text))),
                List.of());
        return new AnalysisWriter(edition, "2026.1");
    }
}
