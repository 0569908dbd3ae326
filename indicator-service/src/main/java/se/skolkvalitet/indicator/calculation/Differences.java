package se.skolkvalitet.indicator.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Plan.CombinationKind;
import se.skolkvalitet.indicator.protection.Family.Difference;

/** Counts of pupils less others: how many pupils are in the ones and not in the others. */
final class Differences {
    private static final String ALL_SEXES = "T";

    private final Plan plan;
    private final Map<Integer, Plan.Combination> combinations;
    private final Map<Integer, Plan.Part> parts;
    private final Map<Integer, Plan.Series> series;

    Differences(Plan plan) {
        this.plan = plan;
        combinations =
                plan.combinations().stream().collect(Collectors.toMap(Plan.Combination::step, Function.identity()));
        parts = plan.parts().stream().collect(Collectors.toMap(Plan.Part::step, Function.identity()));
        series = plan.series().stream().collect(Collectors.toMap(Plan.Series::series, Function.identity()));
    }

    /** None of what no pupil is in both of: girls less boys are nobody. */
    List<Difference> all() {
        return plan.combinations().stream()
                .filter(this::isWhole)
                .flatMap(this::difference)
                .filter(difference -> difference.of().stream()
                        .anyMatch(one -> difference.less().stream().anyMatch(other -> !areApart(one, other))))
                .distinct()
                .toList();
    }

    /** Whether it is told by itself, or no sum of others: what is left of it then is left of all. */
    private boolean isWhole(Plan.Combination combination) {
        return plan.values().stream().anyMatch(value -> value.step() == combination.step())
                || plan.combinations().stream()
                        .filter(other -> other.kind() == CombinationKind.PLUS || other.kind() == CombinationKind.MINUS)
                        .noneMatch(other -> Objects.equals(other.first(), combination.step())
                                || Objects.equals(other.second(), combination.step()));
    }

    private Stream<Difference> difference(Plan.Combination combination) {
        List<Integer> of = new ArrayList<>();
        List<Integer> less = new ArrayList<>();
        boolean ofCounts = add(combination.step(), of, less) && !less.isEmpty();
        return ofCounts ? Stream.of(new Difference(of, less)) : Stream.empty();
    }

    /** @return whether the step is made of counts of pupils that are added, and nothing else */
    private boolean add(Integer step, List<Integer> of, List<Integer> less) {
        if (step == null) {
            return false;
        }
        Plan.Part part = parts.get(step);
        if (part != null) {
            of.add(step);
            Plan.Series counted = series.get(part.series());
            return counted.ofPupils() && counted.counts();
        }
        Plan.Combination combination = combinations.get(step);
        if (combination == null) {
            return false;
        }
        return switch (combination.kind()) {
            case PLUS -> add(combination.first(), of, less) && add(combination.second(), of, less);
            case MINUS -> add(combination.first(), of, less) && add(combination.second(), less, of);
            default -> false;
        };
    }

    private boolean areApart(int step, int otherStep) {
        Plan.Series one = series.get(parts.get(step).series());
        Plan.Series other = series.get(parts.get(otherStep).series());
        return one.measure().equals(other.measure())
                && (areApart(one.sex(), other.sex(), ALL_SEXES)
                        || areApart(one.grade(), other.grade(), "")
                        || areApart(one.programme(), other.programme(), "")
                        || !one.schoolForm().equals(other.schoolForm()));
    }

    private static boolean areApart(String one, String other, String all) {
        return !one.equals(other) && !one.equals(all) && !other.equals(all);
    }
}
