package se.skolkvalitet.indicator.analysis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.analysis.Analysis.AnalysedUnit;
import se.skolkvalitet.indicator.analysis.Analysis.Beside;
import se.skolkvalitet.indicator.analysis.Analysis.Factor;
import se.skolkvalitet.indicator.analysis.Analysis.Figure;
import se.skolkvalitet.indicator.analysis.Analysis.GoalPart;
import se.skolkvalitet.indicator.analysis.Analysis.IndicatorPart;
import se.skolkvalitet.indicator.analysis.Analysis.Organiser;
import se.skolkvalitet.indicator.analysis.Analysis.Point;
import se.skolkvalitet.indicator.analysis.Analysis.Publication;
import se.skolkvalitet.indicator.analysis.Analysis.SubGoalPart;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.comparison.Dated;
import se.skolkvalitet.indicator.comparison.Difference;
import se.skolkvalitet.indicator.comparison.Measured;
import se.skolkvalitet.indicator.comparison.Scale;
import se.skolkvalitet.indicator.comparison.Standing;
import se.skolkvalitet.indicator.comparison.Trends;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Goal;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.SubGoal;
import se.skolkvalitet.indicator.value.Value;

/** Makes analysis documents from the values of one release. */
final class AnalysisWriter {
    private static final AreaKey NATION = new AreaKey(Level.NATION, Level.NATION_CODE);

    private final Edition edition;
    private final String release;
    private final Trends trends;
    private final Map<AreaKey, Map<SeriesKey, Known>> comparisons = new HashMap<>();

    /** An indicator of a school form in a period. */
    record SeriesKey(String indicator, String schoolForm, String period) {
        private boolean isPooled() {
            return Value.isPooled(period);
        }
    }

    /** An area to compare with. */
    record AreaKey(Level level, String area) {}

    /**
     * A value of an area.
     *
     * @param measured null where it has no number
     * @param standing null where it has none
     */
    record Known(Figure figure, Measured measured, Standing standing) {
        private Dated dated(String period) {
            return new Dated(period, measured);
        }
    }

    /**
     * An organiser and what is known of it.
     *
     * @param county in which all its units lie and have lain; null where they do not lie in one
     */
    record Subject(Organiser organiser, String county, Map<SeriesKey, Known> values) {}

    AnalysisWriter(Edition edition, String release, Trends trends) {
        this.edition = edition;
        this.release = release;
        this.trends = trends;
    }

    /** Lets a value of a county or the nation be compared with. */
    void compareWith(AreaKey area, SeriesKey key, Known value) {
        comparisons.computeIfAbsent(area, none -> new HashMap<>()).put(key, value);
    }

    /** @param units of the organiser; goals are of the school forms that these have */
    Analysis write(Subject subject, List<AnalysedUnit> units) {
        Set<String> forms = new HashSet<>();
        units.forEach(unit -> forms.addAll(unit.schoolForms()));
        List<GoalPart> goals = edition.goals().stream()
                .filter(goal -> forms.contains(goal.schoolForm()))
                .map(goal -> goalPart(goal, subject))
                .filter(goal -> !goal.subGoals().isEmpty())
                .toList();
        return new Analysis(release, edition.number(), subject.organiser(), units, goals, factors(goals));
    }

    private GoalPart goalPart(Goal goal, Subject subject) {
        List<SubGoalPart> subGoals = edition.subGoals().stream()
                .filter(subGoal -> subGoal.goal().equals(goal.code()))
                .map(subGoal -> subGoalPart(subGoal, goal.schoolForm(), subject))
                .filter(subGoal -> !subGoal.indicators().isEmpty() || subGoal.notFollowed() != null)
                .toList();
        return new GoalPart(goal.code(), goal.schoolForm(), goal.name(), subGoals);
    }

    private SubGoalPart subGoalPart(SubGoal subGoal, String schoolForm, Subject subject) {
        List<IndicatorPart> indicators = edition.indicators().stream()
                .filter(indicator -> indicator.subGoals().contains(subGoal.code()))
                .map(indicator -> indicatorPart(indicator, schoolForm, subject))
                .filter(indicator -> !indicator.series().isEmpty())
                .toList();
        return new SubGoalPart(subGoal.code(), subGoal.area(), subGoal.name(), subGoal.notFollowed(), indicators);
    }

    private IndicatorPart indicatorPart(Indicator indicator, String schoolForm, Subject subject) {
        Map<Boolean, List<SeriesKey>> keys = subject.values().keySet().stream()
                .filter(key -> key.indicator().equals(indicator.code())
                        && key.schoolForm().equals(schoolForm))
                .sorted(Comparator.comparing(SeriesKey::period))
                .collect(Collectors.partitioningBy(SeriesKey::isPooled));
        List<SeriesKey> single = keys.get(false);
        List<Point> series = single.stream().map(key -> point(key, subject)).toList();
        Beside beside = single.isEmpty() || indicator.counts() ? null : beside(indicator, single, subject);
        return new IndicatorPart(
                indicator.code(),
                indicator.name(),
                indicator.unit(),
                indicator.decimals(),
                indicator.direction(),
                beside == null || beside.nation() == null
                        ? null
                        : beside.nation().difference(),
                series,
                beside,
                keys.get(true).stream()
                        .map(key -> point(key, subject))
                        .findFirst()
                        .orElse(null));
    }

    private Point point(SeriesKey key, Subject subject) {
        return new Point(
                key.period(),
                subject.values().get(key).figure(),
                figure(new AreaKey(Level.COUNTY, subject.organiser().countyCode()), key),
                figure(NATION, key));
    }

    private Figure figure(AreaKey area, SeriesKey key) {
        return comparison(area, key).map(Known::figure).orElse(null);
    }

    private Optional<Known> comparison(AreaKey area, SeriesKey key) {
        return Optional.ofNullable(comparisons.getOrDefault(area, Map.of()).get(key));
    }

    /** The last of the series; null where it has no number. */
    private Beside beside(Indicator indicator, List<SeriesKey> keys, Subject subject) {
        SeriesKey last = keys.get(keys.size() - 1);
        Known latest = subject.values().get(last);
        if (latest.measured() == null || last.period().isEmpty()) {
            return null;
        }
        Scale scale = Scale.of(indicator, edition);
        List<Dated> series = keys.stream()
                .filter(key -> subject.values().get(key).measured() != null)
                .map(key -> subject.values().get(key).dated(key.period()))
                .toList();
        return new Beside(
                difference(latest, new AreaKey(Level.COUNTY, subject.county()), last, scale),
                difference(latest, NATION, last, scale),
                latest.standing(),
                trends.of(indicator.code(), last.schoolForm(), Level.ORGANISER, series, scale));
    }

    private Difference difference(Known latest, AreaKey area, SeriesKey key, Scale scale) {
        return comparison(area, key)
                .filter(known -> known.measured() != null)
                .flatMap(known -> Difference.fromAround(latest.measured(), known.measured(), scale))
                .orElse(null);
    }

    private List<Factor> factors(List<GoalPart> goals) {
        Set<String> subGoals = new HashSet<>();
        goals.forEach(goal -> goal.subGoals().forEach(subGoal -> subGoals.add(subGoal.code())));
        return edition.successFactors().stream()
                .map(factor -> new Factor(
                        factor.code(),
                        factor.name(),
                        factor.subGoals().stream().filter(subGoals::contains).toList(),
                        factor.questions(),
                        factor.levels(),
                        factor.references().stream()
                                .map(one -> new Publication(one.title(), one.publisher(), one.year(), one.url()))
                                .toList()))
                .filter(factor -> !factor.subGoals().isEmpty())
                .toList();
    }
}
