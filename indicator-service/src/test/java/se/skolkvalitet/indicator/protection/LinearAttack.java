package se.skolkvalitet.indicator.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Knowledge> knowledge = new ArrayList<>();
    private final String organiser;
    private final boolean knowsTheRule;

    private record Knowledge(MadeUpCountry country, Set<Told> told) {}

    /** @param organiser who knows what is of its own units; empty where it is anybody */
    LinearAttack(String organiser) {
        this(organiser, false);
    }

    /** By the rule alone: what is said to be of one to four, of whom an organiser has four of its own. */
    static LinearAttack byTheRuleAlone(String organiser) {
        return new LinearAttack(organiser, true);
    }

    private LinearAttack(String organiser, boolean knowsTheRule) {
        this.organiser = organiser;
        this.knowsTheRule = knowsTheRule;
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

    private static boolean isOfMerit(Count count) {
        return count.measure().equals(Attack.MERIT);
    }

    private boolean isCertain(Map<Count, Long> sum) {
        return Math.round(end(sum, true)) <= Math.round(end(sum, false));
    }

    private double end(Map<Count, Long> sum, boolean most) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Count, Variable> variables = new HashMap<>();
        int number = 0;
        for (Knowledge of : knowledge) {
            for (Unit unit : of.country().units()) {
                for (int sex = 0; sex < 2; sex++) {
                    Count passed = Attack.count(unit, Attack.PASSED, sex);
                    Count pupils = Attack.count(unit, Attack.PUPILS, sex);
                    Stream.of(passed, pupils)
                            .forEach(count -> variables.computeIfAbsent(
                                    count, none -> variable(model, unit, count, sum.getOrDefault(count, 0L))));
                    model.addExpression("part " + number++)
                            .set(variables.get(passed), 1)
                            .set(variables.get(pupils), -1)
                            .upper(0);
                }
            }
        }
        if (knowsTheRule && Attack.isFew(value(sum))) {
            Expression few = model.addExpression("few").lower(1).upper(4);
            sum.forEach((count, factor) -> few.set(variables.get(count), factor));
        }
        for (Knowledge of : knowledge) {
            for (Told one : of.told()) {
                Expression known = model.addExpression("told " + number++).level(one.value(of.country()));
                one.sum(of.country()).forEach((count, factor) -> known.set(variables.get(count), factor));
            }
        }
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        return result.getState() == Optimisation.State.UNBOUNDED ? Double.MAX_VALUE : result.getValue();
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
