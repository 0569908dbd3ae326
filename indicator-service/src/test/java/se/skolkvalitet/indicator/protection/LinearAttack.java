package se.skolkvalitet.indicator.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.skolkvalitet.indicator.protection.Attack.Count;
import se.skolkvalitet.indicator.protection.Attack.Told;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;

/**
 * Works out between which ends counts lie that are not told, by linear programming in whole numbers: who knows all that is told of a
 * country, once or several times, that nobody is counted less than not at all, and that no more pass than there are.
 */
final class LinearAttack {
    private static final long MOST_FEW = 4;
    private static final long MORE_THAN_ALL = 10_000;

    private final List<Knowledge> knowledge = new ArrayList<>();
    private final String organiser;
    private final Rule rule;

    /** What is known of the rule by which counts are withheld. */
    private enum Rule {
        UNKNOWN,
        /** That what is said to be of few is from one to four. */
        OF_ONE,
        /** And that all else is not. */
        OF_ALL
    }

    private record Knowledge(MadeUpCountry country, Set<Told> told) {}

    /** @param organiser who knows what is of its own units; empty where it is anybody */
    LinearAttack(String organiser) {
        this(organiser, Rule.UNKNOWN);
    }

    /** By the rule alone: what is said to be of one to four, of whom an organiser has four of its own. */
    static LinearAttack byTheRuleAlone(String organiser) {
        return new LinearAttack(organiser, Rule.OF_ONE);
    }

    /** Anybody who knows as well which counts are hidden, and so what all others are not. */
    static LinearAttack byTheWholeRule() {
        return new LinearAttack("", Rule.OF_ALL);
    }

    private LinearAttack(String organiser, Rule rule) {
        this.organiser = organiser;
        this.rule = rule;
    }

    /** Learns what is told of the country as it is now, of counts. */
    LinearAttack with(MadeUpCountry country, Set<Told> told) {
        knowledge.add(new Knowledge(
                country,
                told.stream().filter(one -> !one.measure().equals(Attack.MERIT)).collect(Collectors.toSet())));
        return this;
    }

    /** Of which areas it is certain how few they have, who is not told; of those that are not all the organiser's own. */
    Set<String> foundOut() {
        Set<String> found = new TreeSet<>();
        for (Knowledge of : knowledge) {
            Set<String> areas = of.country().units().stream()
                    .filter(unit -> !unit.organiser().equals(organiser))
                    .flatMap(unit -> unit.areas().stream())
                    .collect(Collectors.toSet());
            areas.forEach(area -> Attack.SEXES.forEach(sex -> Attack.few(area, sex, of.country())
                    .filter(sum -> sum.keySet().stream().noneMatch(LinearAttack::isOfMerit))
                    .filter(this::isCertain)
                    .forEach(sum -> found.add(area + " " + sex))));
        }
        return found;
    }

    static boolean isOfMerit(Count count) {
        return count.measure().equals(Attack.MERIT);
    }

    private boolean isCertain(Map<Count, Long> sum) {
        return Math.round(end(sum, true)) <= Math.round(end(sum, false));
    }

    private double end(Map<Count, Long> sum, boolean most) {
        Map<Count, Variable> variables = new HashMap<>();
        ExpressionsBasedModel model = model(sum, variables);
        if (rule == Rule.OF_ONE && Attack.isFew(value(sum))) {
            add(model, "few", sum, variables).lower(1).upper(MOST_FEW);
        } else if (rule == Rule.OF_ALL) {
            keepTheRule(model, variables, this::addNoFew);
        }
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        return result.getState() == Optimisation.State.UNBOUNDED ? Double.MAX_VALUE : result.getValue();
    }

    /**
     * Other countries, in the order of those that are known, of which the same is told, in which the same is of few, and that are as near as
     * can be.
     *
     * @param sum of which they have more, or less
     * @return empty where there are none
     */
    Optional<List<MadeUpCountry>> others(Map<Count, Long> sum, boolean more) {
        Map<Count, Variable> variables = new HashMap<>();
        ExpressionsBasedModel model = model(Map.of(), variables);
        keepTheRule(model, variables, (of, name, rest, all) -> addEnds(add(of, name, rest, all), value(rest)));
        Expression other = add(model, "other", sum, variables);
        if (more) {
            other.lower(value(sum) + 1);
        } else {
            other.upper(value(sum) - 1);
        }
        variables.forEach(
                (count, variable) -> addDistance(model, variable, count.value().longValue()));
        if (!model.minimise().getState().isFeasible()) {
            return Optional.empty();
        }
        Map<Count, Long> found = new HashMap<>();
        variables.forEach((count, variable) ->
                found.put(count, Math.round(variable.getValue().doubleValue())));
        return Optional.of(knowledge.stream()
                .map(of -> of.country().with((unit, measure, sex) -> found.get(Attack.count(unit, measure, sex))))
                .toList());
    }

    private static void addDistance(ExpressionsBasedModel model, Variable variable, long from) {
        Variable distance =
                model.addVariable("distance " + variable.getName()).lower(0).weight(1);
        model.addExpression("over " + variable.getName())
                .set(variable, 1)
                .set(distance, -1)
                .upper(from);
        model.addExpression("under " + variable.getName())
                .set(variable, 1)
                .set(distance, 1)
                .lower(from);
    }

    /** What is known of a rest. */
    @FunctionalInterface
    private interface Rest {
        void add(ExpressionsBasedModel model, String name, Map<Count, Long> rest, Map<Count, Variable> variables);
    }

    /** What is of few stays so, and what is of none, of a small group, or of neither. */
    private void keepTheRule(ExpressionsBasedModel model, Map<Count, Variable> variables, Rest known) {
        int number = 0;
        for (Knowledge of : knowledge) {
            for (String area : areas(of.country())) {
                for (String sex : Attack.SEXES) {
                    Map<Count, Long> passed = new Told(Attack.PASSED, area, sex).sum(of.country());
                    Map<Count, Long> pupils = new Told(Attack.PUPILS, area, sex).sum(of.country());
                    Map<Count, Long> rest = Attack.rest(pupils, passed);
                    String name = area + " " + sex + " " + number++;
                    Expression group = add(model, "pupils of " + name, pupils, variables);
                    addEnds(group, value(pupils));
                    if (value(pupils) >= Attack.LEAST_GROUP) {
                        group.lower(Attack.LEAST_GROUP);
                        addEnds(add(model, "passed of " + name, passed, variables), value(passed));
                        known.add(model, "rest of " + name, rest, variables);
                    } else if (!Attack.isFew(value(pupils))) {
                        group.upper(Attack.LEAST_GROUP - 1L);
                    }
                }
            }
        }
    }

    /** Nobody is told whether it is none, where it is not of few. */
    private void addNoFew(
            ExpressionsBasedModel model, String name, Map<Count, Long> rest, Map<Count, Variable> variables) {
        if (Attack.isFew(value(rest))) {
            addEnds(add(model, name, rest, variables), value(rest));
        } else {
            Variable some = model.addVariable("some " + name).binary();
            add(model, name + " if some", rest, variables)
                    .set(some, -MOST_FEW - 1)
                    .lower(0);
            add(model, name + " if none", rest, variables)
                    .set(some, -MORE_THAN_ALL)
                    .upper(0);
        }
    }

    private static void addEnds(Expression sum, long value) {
        if (value == 0) {
            sum.level(0);
        } else if (Attack.isFew(value)) {
            sum.lower(1).upper(MOST_FEW);
        } else {
            sum.lower(MOST_FEW + 1);
        }
    }

    private static Set<String> areas(MadeUpCountry country) {
        return country.units().stream().flatMap(unit -> unit.areas().stream()).collect(Collectors.toSet());
    }

    private ExpressionsBasedModel model(Map<Count, Long> weights, Map<Count, Variable> variables) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        int number = 0;
        for (Knowledge of : knowledge) {
            for (Unit unit : of.country().units()) {
                for (int sex = 0; sex < 2; sex++) {
                    Count passed = Attack.count(unit, Attack.PASSED, sex);
                    Count pupils = Attack.count(unit, Attack.PUPILS, sex);
                    Stream.of(passed, pupils)
                            .forEach(count -> variables.computeIfAbsent(
                                    count, none -> variable(model, unit, count, weights.getOrDefault(count, 0L))));
                    model.addExpression("part " + number++)
                            .set(variables.get(passed), 1)
                            .set(variables.get(pupils), -1)
                            .upper(0);
                }
            }
        }
        for (Knowledge of : knowledge) {
            for (Told one : of.told()) {
                add(model, "told " + number++, one.sum(of.country()), variables).level(one.value(of.country()));
            }
        }
        return model;
    }

    private static Expression add(
            ExpressionsBasedModel model, String name, Map<Count, Long> sum, Map<Count, Variable> variables) {
        Expression expression = model.addExpression(name);
        sum.forEach((count, factor) -> expression.set(variables.get(count), factor));
        return expression;
    }

    private static long value(Map<Count, Long> sum) {
        return sum.entrySet().stream()
                .mapToLong(term -> term.getKey().value().longValue() * term.getValue())
                .sum();
    }

    private Variable variable(ExpressionsBasedModel model, Unit unit, Count count, long weight) {
        Variable variable = model.addVariable(unit.code() + count.measure() + count.sex() + " " + count.value())
                .lower(0)
                .integer(true)
                .weight(weight);
        return unit.organiser().equals(organiser) ? variable.level(count.value().longValue()) : variable;
    }
}
