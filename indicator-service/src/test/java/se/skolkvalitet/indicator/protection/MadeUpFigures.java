package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Division;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.Family.Whole;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;
import se.skolkvalitet.indicator.protection.Places.Place;

/** What there is to protect of a made-up country: how many have passed, of how many, by sex. */
final class MadeUpFigures {
    private static final List<String> MEASURES = List.of(Attack.PASSED, Attack.PUPILS);
    static final List<Level> LEVELS =
            List.of(Level.SCHOOL_UNIT, Level.ORGANISER, Level.MUNICIPALITY, Level.COUNTY, Level.NATION);

    private final TreeMap<String, Level> levels = new TreeMap<>();
    private final MadeUpCountry country;
    private final BiPredicate<String, Integer> without;
    private final BiPredicate<Level, Integer> own;
    private final List<String> areas;

    /**
     * @param without whether a unit has no figure of a step
     * @param own whether the source has figures of its own of all areas of a level, of a step
     */
    MadeUpFigures(MadeUpCountry country, BiPredicate<String, Integer> without, BiPredicate<Level, Integer> own) {
        this.country = country;
        this.without = without;
        this.own = own;
        for (Unit unit : country.units()) {
            for (int level = 0; level < LEVELS.size(); level++) {
                levels.put(unit.areas().get(level), LEVELS.get(level));
            }
        }
        this.areas = List.copyOf(levels.keySet());
    }

    static boolean isOfAll(int step) {
        return sex(step).equals("T");
    }

    FiguresTogether together() {
        return new FiguresTogether(
                family(), MadeUpCountry.PERIOD, false, figures(), places(), DisclosureRules.USUAL, List.of());
    }

    /** What is not withheld of them. */
    Set<Attack.Told> told(FiguresTogether.Kept kept) {
        Set<List<Integer>> withheld = kept.withheld().stream()
                .map(one -> List.of(one.step(), one.area()))
                .collect(Collectors.toSet());
        return figures().stream()
                .filter(figure -> !withheld.contains(List.of(figure.step(), figure.area())))
                .map(figure -> new Attack.Told(measure(figure.step()), figure.code(), sex(figure.step())))
                .collect(Collectors.toSet());
    }

    private static Family family() {
        return Family.of(
                1,
                steps().mapToObj(step -> new Sum(
                                step,
                                Kind.TOTAL,
                                step,
                                measure(step) + sex(step),
                                measure(step),
                                sex(step),
                                false,
                                false))
                        .toList(),
                List.of(new Whole(2, List.of(0, 1)), new Whole(5, List.of(3, 4))),
                IntStream.range(0, 3)
                        .mapToObj(step -> new Division(List.of(step), List.of(step + 3), true))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Of girls, boys and all who have passed, and of girls, boys and all there are. */
    private static IntStream steps() {
        return IntStream.range(0, MEASURES.size() * Attack.SEXES.size());
    }

    private static String measure(int step) {
        return MEASURES.get(step / Attack.SEXES.size());
    }

    private static String sex(int step) {
        return Attack.SEXES.get(step % Attack.SEXES.size());
    }

    private List<FigureOfPupils> figures() {
        List<FigureOfPupils> figures = new ArrayList<>();
        steps().forEach(step -> areas.stream()
                .filter(area -> isTold(step, area))
                .sorted(Comparator.comparing(levels::get))
                .forEach(area -> figures.add(figure(step, area))));
        return figures;
    }

    /** A sum of units is only told where all of them have a figure. */
    private boolean isTold(int step, String area) {
        return levels.get(area) == Level.SCHOOL_UNIT
                ? !without.test(area, step)
                : own.test(levels.get(area), step) || in(area, step, true).isEmpty();
    }

    private FigureOfPupils figure(int step, String area) {
        boolean isUnit = levels.get(area) == Level.SCHOOL_UNIT;
        boolean isOwn = isUnit || own.test(levels.get(area), step);
        List<String> withFigure = in(area, step, false);
        return new FigureOfPupils(
                step,
                levels.get(area),
                areas.indexOf(area),
                area,
                value(step, area),
                null,
                isOwn,
                false,
                isUnit || !isOwn || withFigure.isEmpty()
                        ? null
                        : withFigure.stream().map(unit -> value(step, unit)).reduce(BigDecimal.ZERO, BigDecimal::add),
                isUnit
                        ? List.of()
                        : in(area, step, true).stream().map(areas::indexOf).toList(),
                null);
    }

    private BigDecimal value(int step, String area) {
        return BigDecimal.valueOf(new Attack.Told(measure(step), area, sex(step)).value(country));
    }

    /** The units of an area that have no figure, or have one. */
    private List<String> in(String area, int step, boolean none) {
        return country.units().stream()
                .filter(unit -> unit.areas().contains(area))
                .map(Unit::code)
                .filter(unit -> without.test(unit, step) == none)
                .toList();
    }

    private Places places() {
        return new Places(country.units().stream()
                .map(unit -> new Place(
                        areas.indexOf(unit.code()),
                        unit.code(),
                        areas.indexOf(unit.organiser()),
                        unit.organiser(),
                        areas.indexOf(unit.municipality()),
                        areas.indexOf(unit.county()),
                        areas.indexOf("00")))
                .toList());
    }
}
