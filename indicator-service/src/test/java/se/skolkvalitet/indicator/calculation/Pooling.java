package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Rules.Of;

/** The three newest periods of an indicator and a school form, taken together. */
final class Pooling {
    private static final String TO = "..";
    private static final int PERIODS = 3;
    private static final int DIGITS_OF_A_YEAR = 4;

    private Pooling() {}

    private record Series(String sex, Place where) {}

    static boolean isPooled(String period) {
        return period.contains(TO);
    }

    /**
     * The rows, and those of the three periods.
     *
     * @param changes days on which the school form became another
     * @param weighed whether figures of the periods weigh differently
     */
    static List<Of> with(List<Of> rows, List<LocalDate> changes, boolean weighed) {
        List<Of> dated =
                rows.stream().filter(row -> !row.place().period().isEmpty()).toList();
        Optional<Integer> newest = dated.stream()
                .filter(row -> row.result().quotient() != null)
                .map(Pooling::year)
                .max(Comparator.naturalOrder());
        return newest.isEmpty() || changes.stream().anyMatch(day -> isWithin(day, newest.get()))
                ? rows
                : Stream.concat(rows.stream(), pooled(dated, newest.get(), weighed))
                        .toList();
    }

    /** Whether the form was another at the oldest of the three periods, or at the second. */
    private static boolean isWithin(LocalDate day, int newest) {
        LocalDate first = LocalDate.of(newest - PERIODS + 1, Month.OCTOBER, 15);
        LocalDate last = LocalDate.of(newest, Month.OCTOBER, 15);
        return day.isAfter(first) && !day.isAfter(last);
    }

    private static Stream<Of> pooled(List<Of> rows, int newest, boolean weighed) {
        Map<Series, List<Of>> series = rows.stream()
                .filter(row -> year(row) > newest - PERIODS && year(row) <= newest)
                .sorted(Comparator.comparing(Pooling::year))
                .collect(Collectors.groupingBy(row -> new Series(
                        row.sex(), new Place(row.place().level(), row.place().area(), ""))));
        return series.values().stream()
                .filter(three -> three.size() == PERIODS)
                .filter(three -> three.stream()
                        .allMatch(
                                row -> !row.result().hasValue() || row.result().quotient() != null))
                .filter(Pooling::isOfOneKind)
                .map(three -> together(three, weighed));
    }

    /** What the source tells of an area is not taken together with what follows from its units. */
    private static boolean isOfOneKind(List<Of> three) {
        return three.stream().anyMatch(row -> !row.result().hasValue())
                || three.stream().map(row -> row.result().own()).distinct().count() == 1;
    }

    private static Of together(List<Of> three, boolean weighed) {
        Place first = three.get(0).place();
        String period = first.period() + TO + three.get(PERIODS - 1).place().period();
        return new Of(
                new Place(first.level(), first.area(), period),
                three.get(0).sex(),
                together(
                        three.stream().map(Of::result).toList(),
                        three.stream()
                                .map(row -> row.result().counted())
                                .reduce(Result.Counted::with)
                                .orElseThrow(),
                        weighed));
    }

    private static Result together(List<Result> three, Result.Counted counted, boolean weighed) {
        return Pair.strongestAbsent(three)
                .map(absent -> absent.status() == ValueStatus.INCOMPLETE
                        ? Result.incomplete(
                                absent.reason(), chosen(three, Pair::coverageOfIncomplete, BigDecimal::min), counted)
                        : Result.none(absent.status(), absent.reason(), counted))
                .orElseGet(() -> value(three, counted, weighed));
    }

    private static Result value(List<Result> three, Result.Counted counted, boolean weighed) {
        Quotient quotient =
                three.stream().map(Result::quotient).reduce(Quotient::plus).orElseThrow();
        boolean bounded = three.stream().anyMatch(one -> one.bounds() != null);
        return new Result(
                quotient.value(),
                bounded
                        ? new Bounds(weighed(three, quotient, Bounds::low), weighed(three, quotient, Bounds::high))
                        : null,
                weighed ? statusOfWeighed(three) : Pair.statusOf(three),
                null,
                chosen(three, Result::coverage, BigDecimal::min),
                chosen(three, Result::roundedShare, BigDecimal::max),
                null,
                counted,
                quotient,
                three.get(0).own());
    }

    private static ValueStatus statusOfWeighed(List<Result> three) {
        return three.stream().allMatch(one -> one.status() == ValueStatus.ROUNDED)
                ? ValueStatus.ROUNDED
                : ValueStatus.ESTIMATED;
    }

    /** What divides weighs an end of the bounds. */
    private static BigDecimal weighed(List<Result> three, Quotient all, Function<Bounds, BigDecimal> end) {
        BigDecimal sum = Exact.sum(three.stream(), one -> end.apply(one.lies())
                .multiply(one.quotient().divisor()));
        return Exact.divided(sum, all.divisor());
    }

    private static BigDecimal chosen(
            List<Result> three, Function<Result, BigDecimal> number, BinaryOperator<BigDecimal> choice) {
        return three.stream()
                .map(number)
                .filter(Objects::nonNull)
                .reduce(choice)
                .orElse(null);
    }

    private static int year(Of row) {
        return Integer.parseInt(row.place().period().substring(0, DIGITS_OF_A_YEAR));
    }
}
