package se.skolkvalitet.indicator.calculation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.Register.Unit;

/**
 * Which units belong to which area: organisers by their memberships on the period's reference day, municipalities and
 * counties by what the register tells now.
 */
final class Areas {
    private final Register register;
    private final Map<String, Unit> units;
    private final Map<Place, List<Unit>> unitsOfAreas = new HashMap<>();

    Areas(Register register) {
        this.register = register;
        this.units = register.units().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** The areas that a unit belongs to in a period: none without a reference day, or where nobody had it on that day. */
    Stream<Place> of(Unit unit, String period) {
        return ReferenceDay.of(period).stream()
                .flatMap(day -> unit.organisersOn(day).stream())
                .flatMap(organiser -> Stream.of(
                        new Place(Level.ORGANISER, organiser, period),
                        new Place(Level.MUNICIPALITY, unit.municipality(), period),
                        new Place(Level.COUNTY, unit.county(), period),
                        new Place(Level.NATION, Level.NATION_CODE, period)));
    }

    List<Unit> units(Place area) {
        return unitsOfAreas.computeIfAbsent(area, this::unitsOf);
    }

    private List<Unit> unitsOf(Place area) {
        return register.units().stream()
                .filter(unit -> of(unit, area.period()).anyMatch(area::equals))
                .toList();
    }

    /** An area is known where a unit is in it now, or was at any time: the source's figures of others are not read. The
     * nation always is. */
    boolean knows(Place place) {
        return switch (place.level()) {
            case SCHOOL_UNIT -> units.containsKey(place.area());
            case ORGANISER ->
                register.units().stream()
                        .flatMap(unit -> unit.memberships().stream())
                        .anyMatch(membership -> membership.organiser().equals(place.area()));
            case MUNICIPALITY ->
                register.units().stream().anyMatch(unit -> unit.municipality().equals(place.area()));
            case COUNTY ->
                register.units().stream().anyMatch(unit -> unit.county().equals(place.area()));
            case NATION -> place.area().equals(Level.NATION_CODE);
        };
    }

    /** Whether the register has had all units of every county in which the units lie that the area has in the period. */
    boolean isWhole(Place area) {
        return area.level() == Level.NATION
                ? register.hasWholeNation()
                : units(area).stream().map(Unit::county).allMatch(register::hasWhole);
    }
}
