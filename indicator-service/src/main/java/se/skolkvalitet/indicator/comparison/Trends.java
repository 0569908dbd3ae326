package se.skolkvalitet.indicator.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.area.Level;

/** How values came to be over the last three and five periods. */
public record Trends(Breaks breaks) {
    private static final List<Integer> LENGTHS = List.of(3, 5);
    private static final int DIGITS_OF_A_YEAR = 4;

    /**
     * @param level of the area whose values they are
     * @param series the values up to the one in question, oldest first
     */
    public List<Trend> of(String indicator, String schoolForm, Level level, List<Dated> series, Scale scale) {
        return LENGTHS.stream()
                .map(length -> last(series, length))
                .flatMap(Optional::stream)
                .map(last -> trend(indicator, schoolForm, level, last, scale))
                .toList();
    }

    private Trend trend(String indicator, String schoolForm, Level level, List<Dated> values, Scale scale) {
        List<String> periods = values.stream().map(Dated::period).toList();
        return Trend.of(
                periods.get(0),
                values.stream().map(Dated::measured).toList(),
                Stream.concat(breaks.of(indicator, schoolForm, level, periods).stream(), ofSource(values))
                        .sorted(Comparator.comparing(Break::period))
                        .toList(),
                scale);
    }

    private static Stream<Break> ofSource(List<Dated> values) {
        return IntStream.range(1, values.size())
                .filter(i -> values.get(i).measured().isOwn()
                        != values.get(i - 1).measured().isOwn())
                .mapToObj(i -> new Break(values.get(i).period(), Break.Reason.SOURCE, null));
    }

    /** Empty where one of them is missing. */
    private static Optional<List<Dated>> last(List<Dated> series, int length) {
        if (series.size() < length) {
            return Optional.empty();
        }
        List<Dated> last = series.subList(series.size() - length, series.size());
        boolean follow = Stream.iterate(1, i -> i < length, i -> i + 1)
                .allMatch(i -> year(last.get(i)) == year(last.get(i - 1)) + 1);
        return follow ? Optional.of(last) : Optional.empty();
    }

    private static int year(Dated value) {
        return Integer.parseInt(value.period().substring(0, DIGITS_OF_A_YEAR));
    }
}
