package se.skolkvalitet.formula;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which figures of a measure are meant: those with these values. For a dimension that it does not name, they are those
 * of the value that is calculated (its school form and sex), or of all (grades, programmes).
 */
public record Selection(Map<Dimension, String> only) {
    public static final Selection NONE = new Selection(Map.of());

    public Selection {
        Map<Dimension, String> ordered = new EnumMap<>(Dimension.class);
        ordered.putAll(only);
        only = Collections.unmodifiableMap(ordered);
    }

    public static Selection of(Dimension dimension, String value) {
        return new Selection(Map.of(dimension, value));
    }

    /** This one and more of it; where both name a dimension, this one's value stands. */
    public Selection within(Selection outer) {
        Map<Dimension, String> both = new EnumMap<>(Dimension.class);
        both.putAll(outer.only);
        both.putAll(only);
        return new Selection(both);
    }

    /** What it chooses of a dimension; otherwise, what is meant where nothing is chosen. */
    public String value(Dimension dimension, String otherwise) {
        return only.getOrDefault(dimension, otherwise);
    }

    /** As it stands after a measure: {@code [grade 9, sex F]}, or nothing. */
    @Override
    public String toString() {
        return only.isEmpty()
                ? ""
                : only.entrySet().stream()
                        .map(condition -> condition.getKey() + " " + condition.getValue())
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
