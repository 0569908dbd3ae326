package se.skolkvalitet.indicator.comparison;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a value came to be over periods that follow each other.
 *
 * @param periods how many
 * @param from the first of them
 * @param change the last value less the first
 * @param perPeriod the slope of the line that fits best (least squares)
 * @param low the least that the change may be with a confidence of 95 %; null where it is not known how many a value is about
 * @param high the most
 * @param finding whether the last is higher
 * @param breaks in these periods; across one of the school form or the source nothing is told, and one of the definition
 *     says that earlier editions told other figures than this release, which has calculated all periods anew
 */
public record Trend(
        int periods,
        String from,
        @Nullable BigDecimal change,
        @Nullable BigDecimal perPeriod,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Finding finding,
        List<Break> breaks) {
    private static final MathContext DIGITS = new MathContext(40);

    /** @param values oldest first, two or more, of periods that follow each other from the first on */
    static Trend of(String from, List<Measured> values, List<Break> breaks, Scale scale) {
        if (breaks.stream().anyMatch(one -> one.reason() != Break.Reason.DEFINITION)) {
            return new Trend(values.size(), from, null, null, null, null, Finding.CANNOT_TELL, breaks);
        }
        Difference change = Difference.between(values.get(values.size() - 1), values.get(0), scale);
        return new Trend(
                values.size(),
                from,
                change.difference(),
                scale.rounded(slope(values)),
                change.low(),
                change.high(),
                change.finding(),
                breaks);
    }

    /** Σ (t − t̄)·y / Σ (t − t̄)², with times doubled so that they are whole. */
    private static BigDecimal slope(List<Measured> values) {
        int last = values.size() - 1;
        BigDecimal sum = IntStream.rangeClosed(0, last)
                .mapToObj(t -> values.get(t).exact().multiply(BigDecimal.valueOf(2L * t - last)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long squares = IntStream.rangeClosed(0, last)
                .mapToLong(t -> (2L * t - last) * (2L * t - last))
                .sum();
        return sum.multiply(BigDecimal.valueOf(2)).divide(BigDecimal.valueOf(squares), DIGITS);
    }
}
