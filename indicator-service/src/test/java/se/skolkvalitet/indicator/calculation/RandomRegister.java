package se.skolkvalitet.indicator.calculation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Register.County;
import se.skolkvalitet.indicator.calculation.Register.Membership;
import se.skolkvalitet.indicator.calculation.Register.Unit;

/** A few units of a few organisers, some of which moved, closed or opened. */
record RandomRegister(Dice dice, List<String> organisers, List<String> municipalities) {
    static final List<String> KINDS = List.of("municipal", "independent");

    /** Around reference days. */
    private static final List<LocalDate> CHANGES = List.of(
            LocalDate.of(2023, 7, 1),
            LocalDate.of(2023, 10, 15),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 10, 15),
            LocalDate.of(2024, 10, 16));

    private static final List<Set<Integer>> GRADES = List.of(
            Set.of(0, 1, 2, 3), Set.of(4, 5, 6), Set.of(7, 8, 9), Set.of(9), Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    /** Small, or so large that areas may stand among others. */
    static Register of(Dice dice) {
        return dice.chance(0.15)
                ? new RandomRegister(
                                dice,
                                organisers(dice.between(6, 9)),
                                List.of("0180", "0380", "0480", "0580", "0680", "0780"))
                        .register(dice.between(10, 16))
                : new RandomRegister(
                                dice,
                                organisers(dice.between(2, 4)),
                                dice.oneOf(List.of(
                                        List.of("0180", "0182"),
                                        List.of("0180", "0380"),
                                        List.of("0180", "0380", "0182"))))
                        .register(dice.between(4, 9));
    }

    private static List<String> organisers(int howMany) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj("556000000%d"::formatted)
                .toList();
    }

    private Register register(int howMany) {
        List<Unit> units = IntStream.rangeClosed(1, howMany)
                .mapToObj("100000%02d"::formatted)
                .map(this::unit)
                .toList();
        return new Register(units, counties(units), kinds());
    }

    /** Of some nobody has told it. */
    private Map<String, String> kinds() {
        Map<String, String> told = new TreeMap<>();
        organisers.stream()
                .filter(organiser -> dice.chance(0.9))
                .forEach(organiser -> told.put(organiser, dice.chance(0.8) ? KINDS.get(0) : KINDS.get(1)));
        return told;
    }

    private Unit unit(String code) {
        String municipality = dice.oneOf(municipalities);
        Set<String> forms = forms();
        return new Unit(code, municipality, municipality.substring(0, 2), forms, grades(forms), memberships());
    }

    private Set<String> forms() {
        List<String> forms = RandomMeasure.FORMS;
        return new TreeSet<>(
                dice.chance(0.5)
                        ? List.of(forms.get(0))
                        : dice.oneOf(List.of(forms, forms, forms.subList(1, 2), List.of("gymnasieskola"))));
    }

    /** Of some forms nobody has told them. */
    private Map<String, Set<Integer>> grades(Set<String> forms) {
        Map<String, Set<Integer>> told = new TreeMap<>();
        forms.stream().filter(form -> dice.chance(0.6)).forEach(form -> told.put(form, dice.oneOf(GRADES)));
        return told;
    }

    private List<Membership> memberships() {
        String organiser = dice.oneOf(organisers);
        LocalDate change = dice.oneOf(CHANGES);
        return switch (dice.between(1, 10)) {
            case 1, 2 ->
                List.of(new Membership(organiser, null, change), new Membership(dice.oneOf(organisers), change, null));
            case 3 ->
                List.of(
                        new Membership(organiser, null, change),
                        new Membership(dice.oneOf(organisers), change.plusYears(1), null));
            case 4 -> List.of(new Membership(organiser, null, change));
            case 5 -> List.of(new Membership(organiser, change, null));
            case 6 -> dice.chance(0.5) ? List.of() : List.of(new Membership(organiser, null, null));
            default -> List.of(new Membership(organiser, null, null));
        };
    }

    private List<County> counties(List<Unit> units) {
        if (dice.chance(0.1)) {
            return List.of();
        }
        boolean allWhole = dice.chance(0.6);
        Stream<String> withUnits = units.stream().map(Unit::county).distinct().sorted();
        Stream<String> withoutUnits = dice.chance(0.2) ? Stream.of("25") : Stream.empty();
        return Stream.concat(withUnits, withoutUnits)
                .filter(county -> dice.chance(0.95))
                .map(county -> new County(county, allWhole || dice.chance(0.4)))
                .toList();
    }
}
