package se.skolkvalitet.indicator.calculation;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which series the steps of a plan follow from. */
final class Uses {
    private final Map<Integer, Plan.Part> parts;
    private final Map<Integer, Plan.Combination> combinations;
    private final Map<Integer, Plan.Spread> spreads;
    private final Map<Integer, Plan.Weighing> weighings;

    Uses(Plan plan) {
        parts = plan.parts().stream().collect(Collectors.toMap(Plan.Part::step, Function.identity()));
        combinations =
                plan.combinations().stream().collect(Collectors.toMap(Plan.Combination::step, Function.identity()));
        spreads = plan.spreads().stream().collect(Collectors.toMap(Plan.Spread::step, Function.identity()));
        weighings = plan.weighings().stream().collect(Collectors.toMap(Plan.Weighing::weighing, Function.identity()));
    }

    private record Series(int series, boolean allPeriods) {}

    /** The parts that a step is made of; none of a side that is a number. */
    Stream<Plan.Part> parts(Integer step) {
        return parts(step, spread -> parts(spread.ofStep()));
    }

    /** But for those of which an area's value is made of what its units have, and not of what it has itself. */
    Stream<Plan.Part> partsOfTheArea(Integer step) {
        return parts(step, spread -> Stream.empty());
    }

    private Stream<Plan.Part> parts(Integer step, Function<Plan.Spread, Stream<Plan.Part>> ofSpread) {
        if (step == null) {
            return Stream.empty();
        }
        if (parts.containsKey(step)) {
            return Stream.of(parts.get(step));
        }
        if (spreads.containsKey(step)) {
            return ofSpread.apply(spreads.get(step));
        }
        Plan.Combination combination = combinations.get(step);
        return Stream.concat(parts(combination.first(), ofSpread), parts(combination.second(), ofSpread));
    }

    Stream<Plan.Use> of(Plan.Wanted wanted) {
        return ofStep(wanted.step())
                .distinct()
                .map(used -> new Plan.Use(wanted.wanted(), used.series(), used.allPeriods()));
    }

    /** None of a side that is a number. */
    private Stream<Series> ofStep(Integer step) {
        if (step == null) {
            return Stream.empty();
        }
        Plan.Part part = parts.get(step);
        if (part != null) {
            return Stream.concat(Stream.of(new Series(part.series(), false)), ofWeighing(part.weighing()));
        }
        Plan.Spread spread = spreads.get(step);
        if (spread != null) {
            return Stream.concat(ofStep(spread.ofStep()), ofWeighing(spread.weighing()));
        }
        Plan.Combination combination = combinations.get(step);
        return Stream.concat(ofStep(combination.first()), ofStep(combination.second()));
    }

    private Stream<Series> ofWeighing(Integer weighing) {
        return Stream.ofNullable(weighing == null ? null : weighings.get(weighing))
                .map(weight -> new Series(weight.series(), weight.latest()));
    }
}
