package se.skolkvalitet.indicator.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.comparison.Break.Reason;
import se.skolkvalitet.indicator.framework.DatedSchoolForm;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.framework.InForce;
import se.skolkvalitet.indicator.value.ReferenceDay;

/** Where a series is broken: by a school form that became another, or by an edition that defines an indicator otherwise. */
public final class Breaks {
    private final List<InForce> editions;
    private final List<DatedSchoolForm> forms;

    /**
     * @param editions in the order in which they come into force
     * @param forms empty where nobody has told of them
     */
    public Breaks(List<InForce> editions, List<DatedSchoolForm> forms) {
        this.editions = editions;
        this.forms = forms;
    }

    /**
     * @param level of the area whose series it is
     * @param periods oldest first
     */
    List<Break> of(String indicator, String schoolForm, Level level, List<String> periods) {
        List<Break> breaks = new ArrayList<>();
        for (int i = 1; i < periods.size(); i++) {
            String period = periods.get(i);
            LocalDate before = ReferenceDay.of(periods.get(i - 1));
            LocalDate day = ReferenceDay.of(period);
            if (!Objects.equals(form(schoolForm, before), form(schoolForm, day))) {
                breaks.add(new Break(period, Reason.SCHOOL_FORM, null));
            }
            Optional<Edition> then = inForce(before);
            Optional<Edition> now = inForce(day);
            if (differ(then, now, indicator, level)) {
                breaks.add(
                        new Break(period, Reason.DEFINITION, now.orElseThrow().number()));
            }
        }
        return breaks;
    }

    private Optional<DatedSchoolForm.Period> form(String code, LocalDate day) {
        return forms.stream()
                .filter(form -> form.code().equals(code))
                .flatMap(form -> form.periods().stream())
                .filter(period -> period.holdsOn(day))
                .findFirst();
    }

    private Optional<Edition> inForce(LocalDate day) {
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(InForce::edition);
    }

    /** An edition that does not have the indicator says nothing of it. */
    private static boolean differ(Optional<Edition> then, Optional<Edition> now, String indicator, Level level) {
        Optional<Definition> before =
                then.flatMap(edition -> edition.indicator(indicator).map(one -> Definition.of(one, edition, level)));
        Optional<Definition> after =
                now.flatMap(edition -> edition.indicator(indicator).map(one -> Definition.of(one, edition, level)));
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }

    /** What an indicator is, whatever it is called. */
    private record Definition(String formula, String unit, String periodKind, Set<MeasureMeaning> measures) {
        static Definition of(Indicator indicator, Edition edition, Level level) {
            Formula formula = Formula.parse(indicator.formula());
            Set<String> named = formula.figures().map(Figures::measure).collect(Collectors.toSet());
            Stream<Measure> measures = edition.measures().stream().filter(measure -> named.contains(measure.code()));
            return new Definition(
                    formula.toString(),
                    indicator.unit(),
                    indicator.periodKind(),
                    measures.map(measure -> MeasureMeaning.of(measure, level)).collect(Collectors.toSet()));
        }
    }

    private record MeasureMeaning(
            String code, String unit, String kind, String source, String sourceKey, Set<Integer> grades) {
        static MeasureMeaning of(Measure measure, Level level) {
            return new MeasureMeaning(
                    measure.code(),
                    measure.unit(),
                    measure.kind(),
                    measure.sourceOf(level.value()),
                    measure.sourceKeyOf(level.value()),
                    measure.grades());
        }
    }
}
