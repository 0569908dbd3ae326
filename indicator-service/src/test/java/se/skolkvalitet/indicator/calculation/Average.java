package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import se.skolkvalitet.indicator.calculation.Population.Member;

/** The two means of weighted figures. */
enum Average {
    /** Σ w·x / Σ w. */
    ARITHMETIC {
        @Override
        Quotient quotient(List<Member> members, Function<Member, BigDecimal> number) {
            return new Quotient(
                    Exact.sum(members.stream(), member -> member.weight().multiply(number.apply(member))),
                    Population.weight(members));
        }

        @Override
        Bounds bounds(List<Member> members) {
            return new Bounds(
                    quotient(members, Average::low).value(),
                    quotient(members, Average::high).value());
        }
    },
    /** Σ w / Σ (w / x). */
    HARMONIC {
        @Override
        Quotient quotient(List<Member> members, Function<Member, BigDecimal> number) {
            return new Quotient(
                    Population.weight(members),
                    Exact.sum(members.stream(), member -> Exact.divided(member.weight(), number.apply(member))));
        }

        /** None where a figure may be zero, which nothing is divided by. */
        @Override
        Bounds bounds(List<Member> members) {
            return members.stream().anyMatch(member -> low(member).signum() <= 0)
                    ? null
                    : new Bounds(
                            quotient(members, Average::low).value(),
                            quotient(members, Average::high).value());
        }
    };

    Quotient quotient(List<Member> members) {
        return quotient(members, member -> member.own().value());
    }

    abstract Quotient quotient(List<Member> members, Function<Member, BigDecimal> number);

    /** Null where there are none. */
    abstract Bounds bounds(List<Member> members);

    private static BigDecimal low(Member member) {
        return member.own().lies().low();
    }

    private static BigDecimal high(Member member) {
        return member.own().lies().high();
    }
}
