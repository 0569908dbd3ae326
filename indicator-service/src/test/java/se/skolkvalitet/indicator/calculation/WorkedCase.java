package se.skolkvalitet.indicator.calculation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.area.Level;

/**
 * A small world of one indicator and what comes of it, worked out by hand.
 *
 * @param levels of which it tells all values that there are
 */
record WorkedCase(String title, World world, Map<Key, Outcome> expected, Set<Level> levels) {

    /** What an implementation gives at the levels that this tells of. */
    Map<Key, Outcome> by(Calculated implementation) {
        return implementation.of(world).entrySet().stream()
                .filter(outcome -> levels.contains(outcome.getKey().level()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String toString() {
        return title;
    }
}
