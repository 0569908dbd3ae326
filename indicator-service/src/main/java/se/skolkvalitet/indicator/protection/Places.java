package se.skolkvalitet.indicator.protection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which areas units are on the reference day of a period. All are told by the calculation's numbers. */
final class Places {
    private final Map<Integer, Place> byUnit;
    private final Map<Integer, List<Integer>> above = new HashMap<>();

    /**
     * Where a unit is.
     *
     * @param organiserCode the organiser's organisation number
     */
    record Place(
            int unit, String unitCode, int organiser, String organiserCode, int municipality, int county, int nation) {}

    Places(List<Place> places) {
        byUnit = places.stream().collect(Collectors.toMap(Place::unit, place -> place));
        for (Place place : places) {
            above.put(place.unit(), List.of(place.municipality(), place.county(), place.nation()));
            above.put(place.municipality(), List.of(place.county(), place.nation()));
            above.put(place.county(), List.of(place.nation()));
        }
    }

    /** Empty of one that no organiser has then. */
    Optional<Place> of(int unit) {
        return Optional.ofNullable(byUnit.get(unit));
    }

    /** @throws java.util.NoSuchElementException where no organiser has it then */
    String code(int unit) {
        return of(unit).orElseThrow().unitCode();
    }

    /** The municipality, the county and the nation in which a unit or an area is, the smallest first. */
    List<Integer> above(int area) {
        return above.getOrDefault(area, List.of());
    }

    /** All areas in which a unit is. */
    Stream<Integer> areasOf(int unit) {
        return of(unit).stream().flatMap(place -> Stream.concat(Stream.of(place.organiser()), above(unit).stream()));
    }
}
