package se.skolkvalitet.indicator.calculation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A formula's values, of one school form and sex: the same everywhere, or one for each place that has a row. */
sealed interface Rows {

    record Everywhere(Result result) implements Rows {}

    record Of(Map<Place, Result> byPlace) implements Rows {
        private Set<Place.Layer> layers() {
            return byPlace.keySet().stream().map(Place::layer).collect(Collectors.toSet());
        }

        private Result at(Place place) {
            return byPlace.getOrDefault(place, Result.none(ValueStatus.MISSING, null, Result.Counted.NONE));
        }

        private Of each(Function<Result, Result> change) {
            return new Of(byPlace.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, row -> change.apply(row.getValue()))));
        }

        /** Side by side where both have a row at the level and in the period at all; a side that lacks one is missing. */
        private Of with(Of other, Function<Pair, Result> together) {
            Set<Place.Layer> shared = layers();
            shared.retainAll(other.layers());
            Set<Place> places = new HashSet<>(byPlace.keySet());
            places.addAll(other.byPlace.keySet());
            Map<Place, Result> joined = new HashMap<>();
            places.stream()
                    .filter(place -> shared.contains(place.layer()))
                    .forEach(place -> joined.put(place, together.apply(new Pair(at(place), other.at(place)))));
            return new Of(joined);
        }
    }

    default Rows with(Rows other, Function<Pair, Result> together) {
        if (this instanceof Everywhere left && other instanceof Everywhere right) {
            return new Everywhere(together.apply(new Pair(left.result, right.result)));
        }
        if (this instanceof Everywhere left) {
            return ((Of) other).each(row -> together.apply(new Pair(left.result, row)));
        }
        if (other instanceof Everywhere right) {
            return ((Of) this).each(row -> together.apply(new Pair(row, right.result)));
        }
        return ((Of) this).with((Of) other, together);
    }

    /** What is the same everywhere has a row nowhere. */
    default Map<Place, Result> byPlace() {
        return Map.of();
    }
}
