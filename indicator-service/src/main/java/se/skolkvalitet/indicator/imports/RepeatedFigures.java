package se.skolkvalitet.indicator.imports;

import java.util.HashMap;
import java.util.Map;
import se.skolkvalitet.kit.text.InvalidValue;

/** Figures of one unit or area that a source tells more than once. There are as many as a measure has periods. */
final class RepeatedFigures {
    private record Key(String measure, Period period) {}

    private record Told(Figure figure, long line, String field) {
        boolean agreesWith(Figure other) {
            return figure.status() == other.status()
                    && (figure.value() == null || figure.value().compareTo(other.value()) == 0);
        }
    }

    private final Map<Key, Told> told = new HashMap<>();

    /** @throws InvalidValue where another figure has been told */
    boolean isToldAlready(Observation observation, long line, String field) {
        Told now = new Told(observation.figure(), line, field);
        Told before = told.putIfAbsent(new Key(observation.measure(), observation.period()), now);
        if (before != null && !before.agreesWith(now.figure())) {
            throw new InvalidValue(
                    "contradiction",
                    "The figure is not the one of the same period in %s on line %d",
                    before.field(),
                    before.line());
        }
        return before != null;
    }

    /** What a faulty line has told is not taken in. */
    void forget(long line) {
        told.values().removeIf(one -> one.line() == line);
    }
}
