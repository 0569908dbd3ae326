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
        BigDecimal of(List<Member> members, Function<Member, BigDecimal> number) {
            BigDecimal sum =
                    Exact.sum(members.stream(), member -> member.weight().multiply(number.apply(member)));
            return Exact.divided(sum, Population.weight(members));
        }

        @Override
        Bounds bounds(List<Member> members) {
            return new Bounds(of(members, Average::low), of(members, Average::high));
        }
    },
    /** Σ w / Σ (w / x). */
    HARMONIC {
        @Override
        BigDecimal of(List<Member> members, Function<Member, BigDecimal> number) {
            BigDecimal sum =
                    Exact.sum(members.stream(), member -> Exact.divided(member.weight(), number.apply(member)));
            return Exact.divided(Population.weight(members), sum);
        }

        /** None where a figure may be zero, which nothing is divided by. */
        @Override
        Bounds bounds(List<Member> members) {
            return members.stream().anyMatch(member -> low(member).signum() <= 0)
                    ? null
                    : new Bounds(of(members, Average::low), of(members, Average::high));
        }
    };

    BigDecimal of(List<Member> members) {
        return of(members, member -> member.own().value());
    }

    abstract BigDecimal of(List<Member> members, Function<Member, BigDecimal> number);

    /** Null where there are none. */
    abstract Bounds bounds(List<Member> members);

    private static BigDecimal low(Member member) {
        return member.own().lies().low();
    }

    private static BigDecimal high(Member member) {
        return member.own().lies().high();
    }
}
