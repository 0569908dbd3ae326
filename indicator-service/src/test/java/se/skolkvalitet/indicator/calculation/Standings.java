package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.Outcome.Range;
import se.skolkvalitet.indicator.calculation.Outcome.Standing;

/**
 * How values stand among those of their level that are made as they are, of organisers among those of the same kind, by what is
 * published.
 *
 * @param kinds of the organisers, where somebody has told them
 * @param own the values that rest on the source's own figure of the area
 */
record Standings(Map<String, String> kinds, Set<Key> own) {
    private static final int LEAST = 5;

    private record Fellows(
            String indicator,
            Level level,
            String period,
            String sex,
            String schoolForm,
            String organiserKind,
            boolean isOwn) {}

    Map<Key, Outcome> in(Map<Key, Outcome> outcomes) {
        Map<Fellows, List<Outcome>> fellows = outcomes.entrySet().stream()
                .filter(one -> stands(one.getKey(), one.getValue()))
                .collect(Collectors.groupingBy(
                        one -> fellows(one.getKey()), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<Key, Outcome> standing = new HashMap<>(outcomes);
        standing.replaceAll((key, outcome) -> {
            List<Outcome> among = stands(key, outcome) ? fellows.get(fellows(key)) : List.of();
            return among.size() < LEAST ? outcome : outcome.with(standing(outcome, among));
        });
        return standing;
    }

    private boolean stands(Key key, Outcome outcome) {
        return outcome.value() != null
                && !key.period().isEmpty()
                && switch (key.level()) {
                    case ORGANISER -> kinds.containsKey(key.area());
                    case MUNICIPALITY, COUNTY -> true;
                    case SCHOOL_UNIT, NATION -> false;
                };
    }

    private Fellows fellows(Key key) {
        String kind = key.level() == Level.ORGANISER ? kinds.get(key.area()) : "";
        return new Fellows(
                key.indicator(), key.level(), key.period(), key.sex(), key.schoolForm(), kind, own.contains(key));
    }

    private static Standing standing(Outcome value, List<Outcome> among) {
        int above = 0;
        int same = 0;
        for (Outcome other : among) {
            int order = other.value().compareTo(value.value());
            above += order > 0 ? 1 : 0;
            same += order == 0 ? 1 : 0;
        }
        // Twice as many as are below, so that half of those that are the same is a whole number.
        int twiceBelow = 2 * (among.size() - above - same) + same - 1;
        BigDecimal percentile = BigDecimal.valueOf(100L * twiceBelow)
                .divide(BigDecimal.valueOf(2L * (among.size() - 1)), 0, RoundingMode.HALF_UP);
        return new Standing(above + 1, range(value, among), among.size(), percentile.intValueExact());
    }

    private static Range range(Outcome value, List<Outcome> among) {
        if (among.stream().anyMatch(Standings::isVague)) {
            return null;
        }
        int certain = 0;
        int possible = 0;
        for (Outcome other : among) {
            if (other != value) {
                certain += low(other).compareTo(high(value)) > 0 ? 1 : 0;
                possible += high(other).compareTo(low(value)) > 0 ? 1 : 0;
            }
        }
        return new Range(1 + certain, 1 + possible);
    }

    /** Whether it rests on rounded figures, and nobody knows between which it lies. */
    private static boolean isVague(Outcome outcome) {
        boolean rounded = outcome.status() == ValueStatus.ROUNDED
                || outcome.roundedShare() != null && outcome.roundedShare().signum() > 0;
        return rounded && outcome.low() == null;
    }

    private static BigDecimal low(Outcome outcome) {
        return outcome.low() == null ? outcome.value() : outcome.low();
    }

    private static BigDecimal high(Outcome outcome) {
        return outcome.high() == null ? outcome.value() : outcome.high();
    }
}
