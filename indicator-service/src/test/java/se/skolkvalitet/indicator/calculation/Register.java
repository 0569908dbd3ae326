package se.skolkvalitet.indicator.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the register tells of school units, and of which counties it has had all of them.
 *
 * @param kinds of organisers; of one that is not in it nobody has told its kind
 */
record Register(List<Unit> units, List<County> counties, Map<String, String> kinds) {
    Register {
        units = List.copyOf(units);
        counties = List.copyOf(counties);
        kinds = Map.copyOf(kinds);
    }

    /** @param grades by school form; of a form that is not in it nobody has told them */
    record Unit(
            String code,
            String municipality,
            String county,
            Set<String> schoolForms,
            Map<String, Set<Integer>> grades,
            List<Membership> memberships) {

        /** None where nobody had it that day. The register has no two of one day. */
        List<String> organisersOn(LocalDate day) {
            return memberships.stream()
                    .filter(membership -> membership.includes(day))
                    .map(Membership::organiser)
                    .toList();
        }
    }

    /**
     * An organiser's having a unit.
     *
     * @param from the first day; null where the register does not know when it began
     * @param to the first day that no longer belongs to it; null while it lasts
     */
    record Membership(String organiser, LocalDate from, LocalDate to) {
        boolean includes(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    /** @param whole whether the register has had all units of it */
    record County(String code, boolean whole) {}

    boolean hasWhole(String county) {
        return counties.stream().anyMatch(one -> one.code().equals(county) && one.whole());
    }

    /** Of the counties that it tells of; a unit in one that it does not tell of changes nothing. */
    boolean hasWholeNation() {
        return !counties.isEmpty() && counties.stream().allMatch(County::whole);
    }
}
