package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.Outcome.Standing;

/** How values stand among those of their level, of organisers among those of the same kind, by what is published. */
record Standings(Map<String, String> kinds) {
    private static final int LEAST = 5;

    private record Fellows(
            String indicator, Level level, String period, String sex, String schoolForm, String organiserKind) {}

    Map<Key, Outcome> in(Map<Key, Outcome> outcomes) {
        Map<Fellows, List<BigDecimal>> values = outcomes.entrySet().stream()
                .filter(one -> stands(one.getKey(), one.getValue()))
                .collect(Collectors.groupingBy(
                        one -> fellows(one.getKey()),
                        Collectors.mapping(one -> one.getValue().value(), Collectors.toList())));
        Map<Key, Outcome> standing = new HashMap<>(outcomes);
        standing.replaceAll((key, outcome) -> {
            List<BigDecimal> among = stands(key, outcome) ? values.get(fellows(key)) : List.of();
            return among.size() < LEAST ? outcome : outcome.with(standing(outcome.value(), among));
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
        return new Fellows(key.indicator(), key.level(), key.period(), key.sex(), key.schoolForm(), kind);
    }

    private static Standing standing(BigDecimal value, List<BigDecimal> among) {
        int above = 0;
        int same = 0;
        for (BigDecimal other : among) {
            int order = other.compareTo(value);
            above += order > 0 ? 1 : 0;
            same += order == 0 ? 1 : 0;
        }
        // Twice as many as are below, so that half of those that are the same is a whole number.
        int twiceBelow = 2 * (among.size() - above - same) + same - 1;
        BigDecimal percentile = BigDecimal.valueOf(100L * twiceBelow)
                .divide(BigDecimal.valueOf(2L * (among.size() - 1)), 0, RoundingMode.HALF_UP);
        return new Standing(above + 1, among.size(), percentile.intValueExact());
    }
}
