package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Result.Counted;

/** The units of an area for which a figure is meant, whether they have it or not. */
record Population(List<Member> members) {

    /**
     * @param own the unit's figure or value, or why it has none
     * @param weight above zero; null where nobody knows it
     */
    record Member(Result own, BigDecimal weight) {
        private boolean hasValue() {
            return own.hasValue();
        }

        private boolean isWeighted() {
            return weight != null;
        }

        private Member withoutZero() {
            return hasValue() && own.value().signum() == 0
                    ? new Member(Result.none(ValueStatus.MISSING, null, Counted.ONE_WITHOUT_VALUE), weight)
                    : this;
        }
    }

    /** Where a figure of zero counts as none: the unit stays in the population, and its weight in what is to be covered. */
    Population withoutZeroes() {
        return new Population(members.stream().map(Member::withoutZero).toList());
    }

    Counted counted() {
        return new Counted(members.size(), withValue().size());
    }

    List<Member> withValue() {
        return members.stream().filter(Member::hasValue).toList();
    }

    List<Member> withValueAndWeight() {
        return withValue().stream().filter(Member::isWeighted).toList();
    }

    private List<Member> withWeight() {
        return members.stream().filter(Member::isWeighted).toList();
    }

    /** Why there is nothing to aggregate, where no unit has a value. */
    Result absent() {
        return Result.none(absentStatus(), null, counted());
    }

    private ValueStatus absentStatus() {
        if (members.isEmpty()) {
            return ValueStatus.NOT_APPLICABLE;
        }
        return Stream.of(ValueStatus.WITHHELD, ValueStatus.WITHDRAWN)
                .filter(status ->
                        members.stream().anyMatch(member -> member.own().status() == status))
                .findFirst()
                .orElse(ValueStatus.MISSING);
    }

    /** How many of the units have a value. */
    BigDecimal coverageByUnits() {
        return Exact.share(number(withValue().size()), number(members.size()));
    }

    /**
     * How much of the weight has a value, as if a unit whose weight nobody knows weighed what the others do on average.
     * Both factors are multiplied before anything is divided, so that what is exactly the least coverage is enough.
     */
    BigDecimal coverageByWeight() {
        return Exact.share(
                weight(withValueAndWeight()).multiply(number(withWeight().size())),
                weight(withWeight()).multiply(number(members.size())));
    }

    static BigDecimal weight(List<Member> members) {
        return Exact.sum(members.stream(), Member::weight);
    }

    private static BigDecimal number(int units) {
        return BigDecimal.valueOf(units);
    }
}
