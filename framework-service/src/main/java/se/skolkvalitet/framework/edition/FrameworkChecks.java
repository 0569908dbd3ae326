package se.skolkvalitet.framework.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.framework.edition.Framework.Goal;
import se.skolkvalitet.framework.edition.Framework.Indicator;
import se.skolkvalitet.framework.edition.Framework.Measure;
import se.skolkvalitet.framework.edition.Framework.SubGoal;
import se.skolkvalitet.kit.problem.FieldError;

/** What must hold between the parts of an edition. Finds every fault at once, each with the path to it. */
final class FrameworkChecks {
    private final Framework framework;
    private final Set<SchoolForm> forms;
    private final FormulaFacts formulas;
    private final List<FieldError> faults = new ArrayList<>();

    private FrameworkChecks(Framework framework, Set<SchoolForm> forms) {
        this.framework = framework;
        this.forms = forms;
        this.formulas = new FormulaFacts(framework.measures());
    }

    /** @param forms those that are there when the edition comes into force, of which each needs a goal */
    static List<FieldError> faultsOf(Framework framework, Set<SchoolForm> forms) {
        FrameworkChecks checks = new FrameworkChecks(framework, forms);
        checks.checkCodesAreUnique();
        checks.checkSourceKeysAreUnique();
        checks.checkSourcesOfAreas();
        checks.checkReferences();
        checks.checkCoverage();
        checks.checkFewAreFewOfAGroup();
        checks.checkFormulas();
        checks.faults.addAll(BackgroundChecks.faultsOf(framework, checks.formulas));
        return checks.faults;
    }

    private void checkCodesAreUnique() {
        unique("measures", framework.measures(), Measure::code);
        unique("goals", framework.goals(), Goal::code);
        unique("subGoals", framework.subGoals(), SubGoal::code);
        unique("indicators", framework.indicators(), Indicator::code);
        unique("successFactors", framework.successFactors(), Framework.SuccessFactor::code);
    }

    private <T> void unique(String list, List<T> parts, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            String one = code.apply(parts.get(i));
            if (!seen.add(one)) {
                fault(path(list, i, "code"), "duplicate", "The code '%s' is used more than once".formatted(one));
            }
        }
    }

    /** By them an import knows which measure a figure is of. */
    private void checkSourceKeysAreUnique() {
        Map<SourceKey, String> seen = new HashMap<>();
        for (int i = 0; i < framework.measures().size(); i++) {
            Measure measure = framework.measures().get(i);
            SourceKey own = new SourceKey(measure.source(), measure.sourceKey());
            findSame(seen, own, measure, path("measures", i, "sourceKey"));
            if (measure.areas() != null) {
                SourceKey ofAreas =
                        new SourceKey(measure.areas().source(), measure.areas().sourceKey());
                findSame(seen, ofAreas, measure, path("measures", i, "areas.sourceKey"));
            }
        }
    }

    private record SourceKey(String source, String key) {}

    private void findSame(Map<SourceKey, String> seen, SourceKey one, Measure measure, String path) {
        String first = seen.putIfAbsent(one, measure.code());
        if (first != null) {
            fault(
                    path,
                    "unique-source-key",
                    "'%s' of the source %s is of %s already, and cannot be of %s too"
                            .formatted(one.key(), one.source(), first, measure.code()));
        }
    }

    private void checkSourcesOfAreas() {
        for (int i = 0; i < framework.measures().size(); i++) {
            Measure measure = framework.measures().get(i);
            if (measure.areas() != null && measure.areas().source().equals(measure.source())) {
                fault(
                        path("measures", i, "areas.source"),
                        "another-source",
                        "'%s' is where all figures of %s are found already"
                                .formatted(measure.source(), measure.code()));
            }
        }
    }

    private void checkFewAreFewOfAGroup() {
        Framework.Disclosure rules = framework.disclosure();
        if (rules != null && rules.width() != null && rules.width() > Math.max(0, rules.leastCount() - 2)) {
            fault(
                    "disclosure.width",
                    "width-of-few",
                    "Few pupils are from 1 to %d: the least and the most that they may be cannot lie %d apart"
                            .formatted(rules.leastCount() - 1, rules.width()));
        }
        if (rules != null && rules.leastCount() > rules.leastGroup()) {
            fault(
                    "disclosure.leastCount",
                    "few-of-a-group",
                    "Few is less than %d pupils, and a group of %d is large enough to be told of"
                            .formatted(rules.leastCount(), rules.leastGroup()));
        }
    }

    private void checkReferences() {
        Set<String> goals = framework.goals().stream().map(Goal::code).collect(Collectors.toSet());
        Set<String> subGoals = framework.subGoals().stream().map(SubGoal::code).collect(Collectors.toSet());
        for (int i = 0; i < framework.subGoals().size(); i++) {
            refer(path("subGoals", i, "goal"), framework.subGoals().get(i).goal(), goals, "goal");
        }
        for (int i = 0; i < framework.indicators().size(); i++) {
            referAll(
                    path("indicators", i, "subGoals"),
                    framework.indicators().get(i).subGoals(),
                    subGoals);
        }
        for (int i = 0; i < framework.successFactors().size(); i++) {
            referAll(
                    path("successFactors", i, "subGoals"),
                    framework.successFactors().get(i).subGoals(),
                    subGoals);
        }
    }

    private void referAll(String path, List<String> codes, Set<String> subGoals) {
        for (int i = 0; i < codes.size(); i++) {
            refer("%s[%d]".formatted(path, i), codes.get(i), subGoals, "sub-goal");
        }
    }

    private void refer(String path, String code, Set<String> existing, String what) {
        if (!existing.contains(code)) {
            fault(path, "dangling-reference", "There is no %s '%s'".formatted(what, code));
        }
    }

    private void checkCoverage() {
        Set<SchoolForm> withGoal =
                framework.goals().stream().map(Goal::schoolForm).collect(Collectors.toSet());
        forms.stream()
                .filter(form -> !withGoal.contains(form))
                .sorted()
                .forEach(form ->
                        fault("goals", "school-form-without-goal", "No goal is for %s".formatted(form.value())));
        Set<String> followedUp = framework.indicators().stream()
                .flatMap(indicator -> indicator.subGoals().stream())
                .collect(Collectors.toSet());
        for (int i = 0; i < framework.subGoals().size(); i++) {
            SubGoal subGoal = framework.subGoals().get(i);
            checkFollowedUp(i, subGoal, followedUp.contains(subGoal.code()));
        }
    }

    /** By indicators, or it says why by none; a sub-goal that does both contradicts itself. */
    private void checkFollowedUp(int index, SubGoal subGoal, boolean followedUp) {
        if (!followedUp && subGoal.notFollowed() == null) {
            fault(
                    path("subGoals", index, "code"),
                    "sub-goal-without-indicator",
                    "No indicator follows up '%s', and it does not say why".formatted(subGoal.code()));
        }
        if (followedUp && subGoal.notFollowed() != null) {
            fault(
                    path("subGoals", index, "notFollowed"),
                    "sub-goal-with-indicator",
                    "'%s' says why no indicator follows it up, and one does".formatted(subGoal.code()));
        }
    }

    private void checkFormulas() {
        for (int i = 0; i < framework.indicators().size(); i++) {
            String path = path("indicators", i, "formula");
            formulas.faults(framework.indicators().get(i)).forEach(one -> fault(path, one.rule(), one.toString()));
        }
    }

    private void fault(String path, String rule, String message) {
        faults.add(new FieldError(path, rule, message + "."));
    }

    private static String path(String list, int index, String field) {
        return "%s[%d].%s".formatted(list, index, field);
    }
}
