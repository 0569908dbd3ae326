package se.skolkvalitet.indicator.analysis;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import se.skolkvalitet.indicator.calculation.ValueReason;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.comparison.Difference;
import se.skolkvalitet.indicator.comparison.Standing;
import se.skolkvalitet.indicator.comparison.Trend;
import se.skolkvalitet.indicator.framework.Edition.Text;

/**
 * An organiser's analysis document (analysunderlag): its values against the goals and sub-goals of its school forms,
 * beside those of its county and the nation, and the success factors that bear on them.
 */
public record Analysis(
        String release,
        int edition,
        Organiser organiser,
        List<AnalysedUnit> schoolUnits,
        List<GoalPart> goals,
        List<Factor> successFactors) {

    /** Whose document it is. */
    public record Organiser(
            String orgNumber,
            String name,
            @Nullable String kind,
            @Nullable String municipalityCode,
            @Nullable String countyCode) {}

    /** A school unit that it runs. */
    public record AnalysedUnit(String code, String name, List<String> schoolForms) {}

    /** What a document says about one national goal. */
    public record GoalPart(String code, String schoolForm, Text name, List<SubGoalPart> subGoals) {}

    /**
     * What a document says about one sub-goal.
     *
     * @param notFollowed why no indicator follows it up, where none does
     */
    public record SubGoalPart(
            String code, String area, Text name, @Nullable Text notFollowed, List<IndicatorPart> indicators) {}

    /**
     * An indicator over time, oldest period first.
     *
     * @param differenceToNation that of the latest value to the nation, as {@code latest} has it, in the indicator's unit
     *     (percentage points where that is percent); null where either is no number, and for counts, which grow with the area
     * @param latest the last of the series beside others; null where it has no number, for counts, and in documents from before
     *     0.2
     * @param threePeriods the three newest periods taken together, where that can be
     */
    public record IndicatorPart(
            String code,
            Text name,
            String unit,
            int decimals,
            String direction,
            @Nullable BigDecimal differenceToNation,
            List<Point> series,
            @Nullable Beside latest,
            @Nullable Point threePeriods) {}

    /**
     * A value beside those of others and of earlier periods, as {@code GET /v1/values/{id}/comparison} tells it.
     *
     * @param county in which all units of the organiser lie, without them where they can be taken out
     * @param nation without the organiser's units where they can be taken out
     */
    public record Beside(
            @Nullable Difference county,
            @Nullable Difference nation,
            @Nullable Standing standing,
            List<Trend> trends) {}

    /** The organiser's value of one period beside those of its county and the nation. */
    public record Point(
            String period,
            Figure organiser,
            @Nullable Figure county,
            @Nullable Figure nation) {}

    /**
     * A value with what is needed to judge it.
     *
     * @param id of the value in the release, to follow it to its sources
     * @param low the least that a value may be that rests on rounded figures
     * @param high the most
     * @param intervalLow of a share of which it is known how many it is about: the least that the chance behind it may be, with a
     *     confidence of 95 %
     * @param intervalHigh the most
     * @param reason why there is none, where the status alone does not say it
     */
    public record Figure(
            String id,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal intervalLow,
            @Nullable BigDecimal intervalHigh,
            ValueStatus status,
            @Nullable ValueReason reason,
            @Nullable BigDecimal coverage) {}

    /**
     * A success factor for the sub-goals in the document, with questions for the dialogue.
     *
     * @param levels for self-assessment, from the first steps upwards
     * @param references where more can be read
     */
    public record Factor(
            String code,
            Text name,
            List<String> subGoals,
            List<Text> questions,
            List<Text> levels,
            List<Publication> references) {
        public Factor {
            levels = levels == null ? List.of() : levels;
            references = references == null ? List.of() : references;
        }
    }

    /** A publication, in the language that its title is written in. */
    public record Publication(
            String title,
            String publisher,
            int year,
            @Nullable String url) {}

    /** What the event about an analysis says. */
    record Published(String organiser, String release, String link) {
        static final String TOPIC = "indicator.analyses";
        static final String TYPE = "se.skolkvalitet.indicator.analysis.published.v1";
    }
}
