package se.skolkvalitet.indicator.calculation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.protection.DisclosureRules;

/**
 * How an indicator's values of a school form are calculated: the same text gives the same values from the same figures and
 * the same register.
 */
@JsonNaming(SnakeCaseStrategy.class)
record Definition(String indicator, String schoolForm, String definition) {
    /** Is part of every definition, so that a change of the rules gives other calculations of the same inputs. */
    static final String RULES = "14";

    /**
     * @param families whatever is withheld of one depends on all that it is made of
     * @param changes of school forms, by which it is decided which periods are taken together
     */
    static List<Definition> of(Edition edition, Families families, List<SchoolFormChange> changes) {
        Map<String, Measure> measures =
                edition.measures().stream().collect(Collectors.toMap(Measure::code, Function.identity()));
        String rules = "%s, %s".formatted(LeastCoverage.of(edition), DisclosureRules.of(edition));
        return edition.indicators().stream()
                .flatMap(indicator -> indicator.schoolForms().stream()
                        .map(form -> new Definition(
                                indicator.code(),
                                form,
                                "%s, changes %s, protected with %s"
                                        .formatted(
                                                text(indicator, measures, rules),
                                                of(form, changes),
                                                families.keys(indicator.code(), form)))))
                .toList();
    }

    private static List<LocalDate> of(String form, List<SchoolFormChange> changes) {
        return changes.stream()
                .filter(change -> change.schoolForm().equals(form))
                .map(SchoolFormChange::day)
                .toList();
    }

    private static String text(Indicator indicator, Map<String, Measure> measures, String rules) {
        Formula formula = Formula.parse(indicator.formula());
        return "rules %s: %s, in %s to %d decimals, grades %s, of pupils %s, %s"
                .formatted(
                        RULES,
                        formula,
                        indicator.unit(),
                        indicator.decimals(),
                        grades(formula, measures),
                        ofPupils(formula, measures),
                        rules);
    }

    private static SortedSet<String> ofPupils(Formula formula, Map<String, Measure> measures) {
        return formula.figures()
                .map(Figures::measure)
                .filter(code -> measures.get(code).aboutPupils())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, SortedSet<Integer>> grades(Formula formula, Map<String, Measure> measures) {
        return formula.figures()
                .map(Figures::measure)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> new TreeSet<>(measures.get(code).grades()),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
