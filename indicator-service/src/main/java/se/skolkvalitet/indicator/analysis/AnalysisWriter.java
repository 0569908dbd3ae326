package se.skolkvalitet.indicator.analysis;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.skolkvalitet.indicator.analysis.Analysis.AnalysedUnit;
import se.skolkvalitet.indicator.analysis.Analysis.Factor;
import se.skolkvalitet.indicator.analysis.Analysis.Figure;
import se.skolkvalitet.indicator.analysis.Analysis.GoalPart;
import se.skolkvalitet.indicator.analysis.Analysis.IndicatorPart;
import se.skolkvalitet.indicator.analysis.Analysis.Organiser;
import se.skolkvalitet.indicator.analysis.Analysis.Point;
import se.skolkvalitet.indicator.analysis.Analysis.SubGoalPart;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Goal;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.SubGoal;

/** Makes analysis documents from the values of one release. */
final class AnalysisWriter {
    private final Edition edition;
    private final String release;
    private final Map<AreaKey, Map<SeriesKey, Figure>> comparisons = new HashMap<>();

    /** An indicator of a school form in a period. */
    record SeriesKey(String indicator, String schoolForm, String period) {}

    /** An area to compare with. */
    record AreaKey(Level level, String area) {}

    AnalysisWriter(Edition edition, String release) {
        this.edition = edition;
        this.release = release;
    }

    /** Lets a value of a county or the nation be compared with. */
    void compareWith(AreaKey area, SeriesKey key, Figure figure) {
        comparisons.computeIfAbsent(area, none -> new HashMap<>()).put(key, figure);
    }

    /**
     * @param units of the organiser; goals are of the school forms that these have
     * @param values of the organiser
     */
    Analysis write(Organiser organiser, List<AnalysedUnit> units, Map<SeriesKey, Figure> values) {
        Set<String> forms = new HashSet<>();
        units.forEach(unit -> forms.addAll(unit.schoolForms()));
        List<GoalPart> goals = edition.goals().stream()
                .filter(goal -> forms.contains(goal.schoolForm()))
                .map(goal -> goalPart(goal, organiser, values))
                .filter(goal -> !goal.subGoals().isEmpty())
                .toList();
        return new Analysis(release, edition.number(), organiser, units, goals, factors(goals));
    }

    private GoalPart goalPart(Goal goal, Organiser organiser, Map<SeriesKey, Figure> values) {
        List<SubGoalPart> subGoals = edition.subGoals().stream()
                .filter(subGoal -> subGoal.goal().equals(goal.code()))
                .map(subGoal -> subGoalPart(subGoal, goal.schoolForm(), organiser, values))
                .filter(subGoal -> !subGoal.indicators().isEmpty())
                .toList();
        return new GoalPart(goal.code(), goal.schoolForm(), goal.name(), subGoals);
    }

    private SubGoalPart subGoalPart(
            SubGoal subGoal, String schoolForm, Organiser organiser, Map<SeriesKey, Figure> values) {
        List<IndicatorPart> indicators = edition.indicators().stream()
                .filter(indicator -> indicator.subGoals().contains(subGoal.code()))
                .map(indicator -> indicatorPart(indicator, schoolForm, organiser, values))
                .filter(indicator -> !indicator.series().isEmpty())
                .toList();
        return new SubGoalPart(subGoal.code(), subGoal.area(), subGoal.name(), indicators);
    }

    private IndicatorPart indicatorPart(
            Indicator indicator, String schoolForm, Organiser organiser, Map<SeriesKey, Figure> values) {
        Set<String> periods = new TreeSet<>();
        values.keySet().stream()
                .filter(key -> key.indicator().equals(indicator.code())
                        && key.schoolForm().equals(schoolForm))
                .forEach(key -> periods.add(key.period()));
        List<Point> series = periods.stream()
                .map(period -> point(new SeriesKey(indicator.code(), schoolForm, period), organiser, values))
                .toList();
        return new IndicatorPart(
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.decimals(),
                indicator.direction(),
                series.isEmpty() || indicator.counts() ? null : differenceToNation(series.get(series.size() - 1)),
                series);
    }

    private Point point(SeriesKey key, Organiser organiser, Map<SeriesKey, Figure> values) {
        return new Point(
                key.period(),
                values.get(key),
                comparison(new AreaKey(Level.COUNTY, organiser.countyCode()), key),
                comparison(new AreaKey(Level.NATION, Level.NATION_CODE), key));
    }

    private Figure comparison(AreaKey area, SeriesKey key) {
        return comparisons.getOrDefault(area, Map.of()).get(key);
    }

    private static BigDecimal differenceToNation(Point latest) {
        if (latest.nation() == null
                || latest.nation().value() == null
                || latest.organiser().value() == null) {
            return null;
        }
        return latest.organiser().value().subtract(latest.nation().value());
    }

    private List<Factor> factors(List<GoalPart> goals) {
        Set<String> subGoals = new HashSet<>();
        goals.forEach(goal -> goal.subGoals().forEach(subGoal -> subGoals.add(subGoal.code())));
        return edition.successFactors().stream()
                .map(factor -> new Factor(
                        factor.code(),
                        factor.name(),
                        factor.subGoals().stream().filter(subGoals::contains).toList(),
                        factor.questions()))
                .filter(factor -> !factor.subGoals().isEmpty())
                .toList();
    }
}
