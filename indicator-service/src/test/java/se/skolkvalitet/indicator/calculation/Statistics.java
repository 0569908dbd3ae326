package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.imports.ObservationStatus;

/** The sources' figures of units and areas. */
final class Statistics {
    private final List<Observation> observations;
    private final Map<Series, Map<Place, Observation>> bySeries = new HashMap<>();

    /** @throws IllegalArgumentException where two are of the same figure */
    Statistics(List<Observation> observations) {
        this.observations = List.copyOf(observations);
        observations.forEach(this::add);
    }

    /**
     * Figures that differ by area and period only.
     *
     * @param sex {@code T}, {@code F} or {@code M}
     * @param grade empty for all
     * @param programme empty for all
     */
    record Series(String measure, String schoolForm, String sex, String grade, String programme) {}

    /**
     * @param value null where the source gives none
     * @param low the least that a rounded figure may be; null where it is not known
     * @param high the most
     */
    record Observation(
            Series series, Place place, BigDecimal value, BigDecimal low, BigDecimal high, ObservationStatus status) {
        Observation {
            boolean rounded = status == ObservationStatus.ROUNDED;
            if ((value != null) != (rounded || status == ObservationStatus.NORMAL)) {
                throw new IllegalArgumentException("%s with the value %s".formatted(status, value));
            }
            if ((low == null) != (high == null) || low != null && !rounded) {
                throw new IllegalArgumentException("%s between %s and %s".formatted(status, low, high));
            }
        }

        boolean hasValue() {
            return value != null;
        }
    }

    private void add(Observation observation) {
        Observation other = bySeries.computeIfAbsent(observation.series(), series -> new HashMap<>())
                .put(observation.place(), observation);
        if (other != null) {
            throw new IllegalArgumentException("%s and %s".formatted(other, observation));
        }
    }

    List<Observation> observations() {
        return observations;
    }

    Stream<Observation> of(Series series) {
        return bySeries.getOrDefault(series, Map.of()).values().stream();
    }

    Optional<Observation> of(Series series, Place place) {
        return Optional.ofNullable(bySeries.getOrDefault(series, Map.of()).get(place));
    }
}
