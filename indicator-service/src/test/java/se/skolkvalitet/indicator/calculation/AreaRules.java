package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.Population.Member;

/** An area's value as it follows from its units. What keeps it from having one is asked in the order of the lines. */
record AreaRules(Areas areas, LeastCoverage least) {

    Result total(Place area, Population population) {
        if (population.withValue().isEmpty()) {
            return population.absent();
        }
        if (isNationWithoutAll(area)) {
            return Result.incomplete(ValueReason.REGISTER, null, population.counted());
        }
        if (population.counted().withValue() < population.counted().units()) {
            return Result.incomplete(ValueReason.PARTS, population.coverageByUnits(), population.counted());
        }
        if (!areas.isWhole(area)) {
            return Result.incomplete(ValueReason.REGISTER, null, population.counted());
        }
        return totalOf(population);
    }

    private static Result totalOf(Population population) {
        List<Member> members = population.members();
        List<Member> rounded = rounded(members);
        boolean exact = rounded.isEmpty();
        return new Result(
                Exact.sum(members.stream(), member -> member.own().value()),
                exact
                        ? null
                        : members.stream()
                                .map(member -> member.own().lies())
                                .reduce(Bounds::plus)
                                .orElseThrow(),
                exact ? ValueStatus.NORMAL : ValueStatus.ROUNDED,
                null,
                population.coverageByUnits(),
                exact ? null : Exact.divided(BigDecimal.valueOf(rounded.size()), BigDecimal.valueOf(members.size())),
                null,
                population.counted());
    }

    Result mean(Place area, Population population, Average average) {
        return averaged(area, population, 1, used -> {
            List<Member> rounded = rounded(used);
            Quotient quotient = average.quotient(used);
            return new Result(
                    quotient.value(),
                    rounded.isEmpty() ? null : average.bounds(used),
                    rounded.size() == used.size() ? ValueStatus.ROUNDED : ValueStatus.ESTIMATED,
                    null,
                    population.coverageByWeight(),
                    roundedShare(used),
                    null,
                    population.counted(),
                    quotient,
                    false);
        });
    }

    /** √(Σ w·x² / Σ w − (Σ w·x / Σ w)²), as √(Σ w·x² · Σ w − (Σ w·x)²) / Σ w. */
    Result spread(Place area, Population population) {
        return averaged(area, population, 2, used -> {
            BigDecimal weight = Population.weight(used);
            BigDecimal sum = Exact.sum(used.stream(), AreaRules::weighted);
            BigDecimal squares = Exact.sum(used.stream(), member -> weighted(member)
                    .multiply(member.own().value()));
            BigDecimal root = Exact.root(squares.multiply(weight).subtract(sum.multiply(sum)));
            return new Result(
                    Exact.divided(root, weight),
                    null,
                    ValueStatus.ESTIMATED,
                    null,
                    population.coverageByWeight(),
                    roundedShare(used),
                    null,
                    population.counted());
        });
    }

    private Result averaged(Place area, Population population, int fewest, Function<List<Member>, Result> value) {
        if (population.withValue().isEmpty()) {
            return population.absent();
        }
        if (isNationWithoutAll(area)) {
            return Result.incomplete(ValueReason.REGISTER, null, population.counted());
        }
        List<Member> used = population.withValueAndWeight();
        if (used.isEmpty()) {
            return Result.none(ValueStatus.MISSING, ValueReason.NO_WEIGHT, population.counted());
        }
        if (used.size() < fewest) {
            return Result.none(ValueStatus.MISSING, ValueReason.ONE_UNIT, population.counted());
        }
        BigDecimal coverage = population.coverageByWeight();
        if (coverage.compareTo(least.of(area.level())) < 0) {
            return Result.incomplete(ValueReason.COVERAGE, coverage, population.counted());
        }
        return value.apply(used);
    }

    private boolean isNationWithoutAll(Place area) {
        return area.level() == Level.NATION && !areas.isWhole(area);
    }

    private static List<Member> rounded(List<Member> members) {
        return members.stream().filter(member -> member.own().isRounded()).toList();
    }

    /** Null where none is rounded. */
    private static BigDecimal roundedShare(List<Member> used) {
        List<Member> rounded = rounded(used);
        return rounded.isEmpty() ? null : Exact.divided(Population.weight(rounded), Population.weight(used));
    }

    private static BigDecimal weighted(Member member) {
        return member.weight().multiply(member.own().value());
    }
}
