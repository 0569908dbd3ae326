package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.GrowingTable.Left;

/**
 * What units have together that have no figure, as it follows from their sources' own figures of areas: an area has what its other units
 * have, and these; and what many of them have is what fewer have, and the others.
 */
final class UnitsWithoutFigure {
    /** Of as many units always the same ones before the others, so that the same figures give the same table. */
    private static final Comparator<SortedSet<Integer>> LARGEST_FIRST =
            Comparator.<SortedSet<Integer>, Integer>comparing(SortedSet::size, Comparator.reverseOrder())
                    .thenComparing(Set::toString);

    /** What follows of what follows: in a country it comes to an end after two or three. */
    private static final int MOST_PASSES = 10;

    private static final int MOST_CODES_IN_A_NAME = 4;

    private final GrowingTable table;
    private final IntPredicate isOpen;
    private final IntFunction<String> owners;
    private final IntFunction<String> codes;
    private final SortedMap<Integer, OfStep> steps = new TreeMap<>();

    /**
     * What a step has of them.
     *
     * @param together by units
     * @param ofOrganisers those without figure of each organiser that has one of its own
     * @param ofPlaces the same of municipalities, counties and the nation
     */
    private record OfStep(
            Sum sum,
            Map<SortedSet<Integer>, Left> together,
            Set<SortedSet<Integer>> ofOrganisers,
            Set<SortedSet<Integer>> ofPlaces) {
        private List<Left> of(List<SortedSet<Integer>> parts) {
            return parts.stream().map(together::get).toList();
        }
    }

    /**
     * @param isOpen whether everybody knows a cell
     * @param owners of units
     * @param codes of units
     */
    UnitsWithoutFigure(GrowingTable table, IntPredicate isOpen, IntFunction<String> owners, IntFunction<String> codes) {
        this.table = table;
        this.isOpen = isOpen;
        this.owners = owners;
        this.codes = codes;
    }

    /** Where no unit has a figure, all that an area has is what they have. */
    static boolean areAllOf(FigureOfPupils figure) {
        return figure.ofUnits() == null && !figure.without().isEmpty();
    }

    /** @param number of the figure, which is of them all */
    void takeAllOf(FigureOfPupils figure, int number, Sum sum, String owner) {
        SortedSet<Integer> units = units(figure);
        remember(units, new Left(number, sum, owner, figure.value(), figure.weight()));
        rememberArea(figure.level(), units, sum);
    }

    /**
     * What an area's own figure leaves to those without one.
     *
     * @param number of the figure
     * @param others what the units with figures have
     */
    void takeFrom(FigureOfPupils figure, int number, int others, Sum sum) {
        SortedSet<Integer> units = units(figure);
        split(sum, number, List.of(others), units, figure.weightWithout());
        rememberArea(figure.level(), units, sum);
    }

    private void rememberArea(Level level, SortedSet<Integer> units, Sum sum) {
        OfStep of = of(sum);
        if (of.together().containsKey(units)) {
            (level == Level.ORGANISER ? of.ofOrganisers() : of.ofPlaces()).add(units);
        }
    }

    private OfStep of(Sum sum) {
        return steps.computeIfAbsent(
                sum.step(), none -> new OfStep(sum, new LinkedHashMap<>(), new HashSet<>(), new HashSet<>()));
    }

    private static SortedSet<Integer> units(FigureOfPupils figure) {
        return new TreeSet<>(figure.without());
    }

    /**
     * That an area, or many units, have what parts of them have and what units have that are in none of these.
     *
     * @param pupils how many they are by the weights; null of counts
     */
    private void split(
            Sum sum, int whole, List<Integer> parts, SortedSet<Integer> without, @Nullable BigDecimal pupils) {
        BigDecimal rest = table.rest(whole, parts);
        UUID of = digest(table.name(whole) + "\n" + table.names(parts));
        if (without.isEmpty() || rest.signum() < 0) {
            table.addSum("%s, of %s".formatted(table.name(whole), of), whole, parts);
            return;
        }
        boolean isKnown = Stream.concat(Stream.of(whole), parts.stream()).allMatch(isOpen::test);
        int others = cell(sum, without, table.name(whole), isKnown, rest, pupils);
        table.addDifference("%s, of %s".formatted(table.name(others), of), List.of(whole), parts, others);
    }

    /** @param by what it follows from */
    private int cell(
            Sum sum,
            SortedSet<Integer> units,
            String by,
            boolean isKnown,
            BigDecimal value,
            @Nullable BigDecimal pupils) {
        Left known = of(sum).together().get(units);
        if (known != null && known.rest().compareTo(value) == 0) {
            return known.cell();
        }
        String name = known == null ? name(sum, units) : "%s, by %s".formatted(name(sum, units), by);
        int cell = table.addLeft(
                isKnown ? table.open(name, value) : Cell.untold(name, value), sum, owner(units), value, pupils);
        remember(units, table.left(cell));
        return cell;
    }

    /** What they have together is the same in all areas from which it follows. */
    private void remember(SortedSet<Integer> units, Left together) {
        Left known = of(together.sum()).together().putIfAbsent(units, together);
        if (known != null) {
            table.addSum(
                    GrowingTable.withoutFigures(table.name(together.cell())), together.cell(), List.of(known.cell()));
        }
    }

    private String name(Sum sum, SortedSet<Integer> units) {
        List<String> all = units.stream().map(codes::apply).sorted().toList();
        String which = all.size() <= MOST_CODES_IN_A_NAME
                ? String.join(" ", all)
                : "%s to %s, %d, %s"
                        .formatted(all.get(0), all.get(all.size() - 1), all.size(), digest(String.join(" ", all)));
        return GrowingTable.withoutFigures("%s of school-unit %s".formatted(sum.name(), which));
    }

    /** The same of the same text in each release. */
    private static UUID digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty of units of several. */
    String owner(SortedSet<Integer> units) {
        Set<String> ofThem = units.stream().map(owners::apply).collect(Collectors.toSet());
        return ofThem.size() == 1 ? ofThem.iterator().next() : "";
    }

    /** Makes many of fewer: by organisers, by where they are, and by all that follows so. */
    void makeOfFewer() {
        steps.values().forEach(this::makeOfFewer);
    }

    private void makeOfFewer(OfStep of) {
        List<SortedSet<Integer>> ofOrganisers = largestFirst(of.ofOrganisers());
        List<SortedSet<Integer>> ofPlaces = largestFirst(of.ofPlaces());
        makeAll(of, ofOrganisers);
        makeAll(of, ofPlaces);
        Set<List<SortedSet<Integer>>> known = new HashSet<>();
        int before = -1;
        for (int pass = 0; pass < MOST_PASSES && known.size() > before; pass++) {
            before = known.size();
            List<SortedSet<Integer>> all = largestFirst(of.together().keySet());
            for (int i = all.size() - 1; i >= 0; i--) {
                SortedSet<Integer> units = all.get(i);
                Stream.of(ofPlaces, ofOrganisers, all)
                        .map(some -> parts(units, some))
                        .filter(parts -> !parts.isEmpty() && known.add(with(units, parts)))
                        .forEach(parts -> known.add(with(units, makeOfFewer(of, units, parts))));
            }
        }
    }

    private static List<SortedSet<Integer>> with(SortedSet<Integer> units, List<SortedSet<Integer>> parts) {
        return Stream.concat(Stream.of(units), parts.stream()).toList();
    }

    private static List<SortedSet<Integer>> largestFirst(Set<SortedSet<Integer>> some) {
        return some.stream().sorted(LARGEST_FIRST).toList();
    }

    /** A cell of what the units have together that are in any of these areas. */
    private void makeAll(OfStep of, List<SortedSet<Integer>> areas) {
        SortedSet<Integer> units = areas.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        if (areas.isEmpty() || of.together().containsKey(units)) {
            return;
        }
        List<Left> parts = of.of(parts(units, areas));
        List<Integer> cells = parts.stream().map(Left::cell).toList();
        BigDecimal pupils = of.sum().kind().isCounted()
                ? null
                : parts.stream().map(Left::pupils).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isKnown = cells.stream().allMatch(isOpen::test);
        cell(of.sum(), units, "", isKnown, table.sum(cells), pupils);
    }

    /** As many of some as there are, the largest first, and no unit in two of them. */
    private static List<SortedSet<Integer>> parts(SortedSet<Integer> units, List<SortedSet<Integer>> largestFirst) {
        SortedSet<Integer> others = new TreeSet<>(units);
        List<SortedSet<Integer>> parts = new ArrayList<>();
        for (SortedSet<Integer> fewer : largestFirst) {
            if (fewer.size() < units.size() && others.containsAll(fewer)) {
                parts.add(fewer);
                others.removeAll(fewer);
            }
        }
        return parts;
    }

    /** With those of the units that are in none of the fewer. */
    private List<SortedSet<Integer>> makeOfFewer(OfStep of, SortedSet<Integer> units, List<SortedSet<Integer>> fewer) {
        Left whole = of.together().get(units);
        List<Left> parts = of.of(fewer);
        SortedSet<Integer> others = new TreeSet<>(units);
        fewer.forEach(others::removeAll);
        BigDecimal pupils = whole.pupils() == null
                ? null
                : parts.stream().map(Left::pupils).reduce(whole.pupils(), BigDecimal::subtract);
        split(of.sum(), whole.cell(), parts.stream().map(Left::cell).toList(), others, pupils);
        return Stream.concat(fewer.stream(), Stream.of(others))
                .filter(part -> !part.isEmpty())
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /** What a step has of one unit. */
    Optional<Integer> cell(int step, int unit) {
        return cell(step, new TreeSet<>(Set.of(unit)));
    }

    /** What a step has of units together; empty where it does not follow. */
    Optional<Integer> cell(int step, SortedSet<Integer> units) {
        return Optional.ofNullable(steps.get(step))
                .map(of -> of.together().get(units))
                .map(Left::cell);
    }

    /** Of which a step has something together. */
    List<SortedSet<Integer>> units(int step) {
        return steps.containsKey(step) ? List.copyOf(steps.get(step).together().keySet()) : List.of();
    }
}
