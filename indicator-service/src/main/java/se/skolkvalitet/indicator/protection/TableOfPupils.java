package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.folder.ToldBy;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.disclosure.Table;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Difference;
import se.skolkvalitet.indicator.protection.Family.Division;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.Family.Whole;
import se.skolkvalitet.indicator.protection.GrowingTable.Left;

/**
 * The figures of a family in one period as a table of cells and equations. {@code docs/disclosure.md} tells which there are.
 *
 * <p>It takes others to know more than they may: all that is not withheld, by how much the source's own figure of an area is not what
 * its units have together where each has a figure, and by how much all pupils are not girls and boys together.
 */
final class TableOfPupils {
    /** Of a figure of girls or of boys; that of all pupils costs twice as much. */
    private static final Map<Level, Long> COSTS = Map.of(
            Level.SCHOOL_UNIT, 1L,
            Level.ORGANISER, 10L,
            Level.MUNICIPALITY, 10L,
            Level.COUNTY, 100L,
            Level.NATION, 1000L);

    private static final String ALL_SEXES = "T";
    private static final String OF_UNITS = ", its units together";

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** What two lists of steps have of the same pupils, whose owner knows it. */
    private record Both(List<Integer> one, List<Integer> other, String owner) {}

    private final Family family;
    private final Places places;
    private final DisclosureRules rules;
    private final List<EarlierTable> earlier;
    private final Map<Integer, Sum> sums;
    private final List<FigureOfPupils> figures;
    private final Map<Integer, Map<Integer, Integer>> numbers = new HashMap<>();
    private final Map<Integer, String> owners = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> few = new HashSet<>();

    /** Areas' figures that are only made of what sources publish. */
    private final Set<Integer> madeOfOpen = new HashSet<>();

    /** By the number of a source's own figure of an area, that of the cell of what its units have together. */
    private final Map<Integer, Integer> ofUnits = new HashMap<>();

    /** By step and area, the cells of those of whom nothing is told, where they follow from a whole and its other parts. */
    private final Map<Integer, SortedMap<Integer, Integer>> ofNoFigure = new HashMap<>();

    private final KnownEnds ends;
    private final GrowingTable table;
    private final UnitsWithoutFigure without;
    private final Map<SortedMap<Integer, Long>, Integer> sumsOfCells = new HashMap<>();

    /** What releases have told of where cells lie that are the same still. */
    private final Map<Integer, Ends> endsBefore = new HashMap<>();

    private TableOfPupils(
            Family family,
            List<FigureOfPupils> figures,
            Places places,
            DisclosureRules rules,
            List<EarlierTable> earlier,
            Set<String> unknown) {
        this.family = family;
        this.figures = figures;
        this.places = places;
        this.rules = rules;
        this.earlier = earlier;
        this.ends = new KnownEnds(
                rules,
                family,
                Stream.concat(
                        figures.stream().map(FigureOfPupils::value),
                        earlier.stream().flatMap(table -> table.values().stream())));
        this.sums = family.sums().stream().collect(Collectors.toMap(Sum::step, Function.identity()));
        for (int number = 0; number < figures.size(); number++) {
            FigureOfPupils figure = figures.get(number);
            numbers.computeIfAbsent(figure.step(), none -> new LinkedHashMap<>())
                    .put(figure.area(), number);
        }
        this.table = new GrowingTable(
                figures.stream().map(this::name).toList(),
                figures.stream().map(FigureOfPupils::value).toList(),
                unknown);
        this.without = new UnitsWithoutFigure(table, this::isOpen, this::owner, places::code);
    }

    /**
     * Its first cells are those of the figures, in their order; those after them are never told.
     *
     * @param earlier what releases have told of the same figures, as they were then
     * @param unknown names of cells that {@link GrowingTable#isTakenAsKnown} and nobody knows
     */
    static Table of(
            Family family,
            List<FigureOfPupils> figures,
            Places places,
            DisclosureRules rules,
            List<EarlierTable> earlier,
            Set<String> unknown) {
        return new TableOfPupils(family, figures, places, rules, earlier, unknown).table();
    }

    private Table table() {
        findOwners();
        findOpen();
        IntStream.range(0, figures.size()).filter(this::tellsFew).forEach(few::add);
        for (int number = 0; number < figures.size(); number++) {
            addOfUnits(number, figures.get(number));
        }
        numbers.keySet().stream().sorted().forEach(this::addUp);
        without.makeOfFewer();
        family.wholes().forEach(this::add);
        addWaysToAddUp();
        family.divisions().forEach(this::divide);
        family.differences().forEach(this::subtract);
        table.left().forEach(this::decide);
        addEarlier();
        List<Cell> cells = new ArrayList<>();
        for (int number = 0; number < figures.size(); number++) {
            cells.add(cell(number));
        }
        cells.addAll(table.others());
        endsBefore.forEach((number, before) -> cells.set(number, lyingBetweenBoth(cells.get(number), before)));
        return new Table(cells, table.equations());
    }

    private Cell lyingBetweenBoth(Cell cell, Ends before) {
        return cell.kind() == Cell.Kind.OPEN
                ? cell
                : cell.lyingBetween(ends.unlessContradicted(
                        cell.ends().and(ends.unlessContradicted(before, cell.value())), cell.value()));
    }

    private Cell cell(int number) {
        FigureOfPupils figure = figures.get(number);
        String name = table.name(number);
        if (open.contains(number)) {
            return Cell.open(name, figure.value()).ownedBy(owner(figure.area()));
        }
        if (few.contains(number)) {
            return primary(name, figure.value(), ends.ofFew(number), owner(figure.area()));
        }
        if (ends.areCounts() && figure.value().signum() == 0) {
            // Everybody knows that what is withheld for others is not of few: it could be nothing else.
            return Cell.open(name, figure.value()).ownedBy(owner(figure.area()));
        }
        return Cell.free(name, figure.value(), cost(figure))
                .ownedBy(owner(figure.area()))
                .lyingBetween(ends.unlessContradicted(ends.ofOthers(number), figure.value()));
    }

    private Cell primary(String name, BigDecimal value, Ends known, String owner) {
        return Cell.primary(name, value, ends.protection())
                .ownedBy(owner)
                .lyingBetween(ends.unlessContradicted(known, value));
    }

    private long cost(FigureOfPupils figure) {
        return COSTS.get(figure.level()) * (sums.get(figure.step()).sex().equals(ALL_SEXES) ? 2 : 1);
    }

    private String name(FigureOfPupils figure) {
        return ToldBy.name(sums.get(figure.step()).name(), figure.level().value(), figure.code());
    }

    /** Nobody has an area in which several have figures, or pupils that are in its own figure. */
    private void findOwners() {
        figures.stream()
                .flatMap(figure ->
                        figure.level() == Level.SCHOOL_UNIT ? Stream.of(figure.area()) : figure.without().stream())
                .distinct()
                .flatMap(unit -> places.of(unit).stream())
                .forEach(place -> Stream.concat(Stream.of(place.unit()), places.areasOf(place.unit()))
                        .forEach(area -> owners.merge(
                                area, place.organiserCode(), (one, other) -> one.equals(other) ? one : "")));
    }

    private String owner(int area) {
        return owners.getOrDefault(area, "");
    }

    /** What the source publishes, and what is only made of that. */
    private void findOpen() {
        Set<Integer> closed = new HashSet<>();
        Set<Integer> made = new HashSet<>();
        for (int number = 0; number < figures.size(); number++) {
            FigureOfPupils figure = figures.get(number);
            if (figure.isOpen()) {
                open.add(number);
            }
            if (figure.level() == Level.SCHOOL_UNIT) {
                Map<Integer, Integer> byArea = numbers.get(figure.step());
                Set<Integer> kind = figure.isOpen() ? made : closed;
                places.areasOf(figure.area())
                        .map(byArea::get)
                        .filter(Objects::nonNull)
                        .forEach(kind::add);
            }
        }
        made.removeAll(closed);
        madeOfOpen.addAll(made);
        made.stream().filter(number -> figures.get(number).ofUnits() == null).forEach(open::add);
    }

    /** What the units of an area have together, whose source has a figure of its own: nobody is told it. */
    private void addOfUnits(int number, FigureOfPupils figure) {
        Sum sum = sums.get(figure.step());
        if (UnitsWithoutFigure.areAllOf(figure)) {
            without.takeAllOf(figure, number, sum, owner(figure.area()));
        } else if (figure.ofUnits() != null) {
            String name = table.name(number) + OF_UNITS;
            int units = table.add(ofUnits(name, number, figure.ofUnits()).ownedBy(owner(figure.area())));
            ofUnits.put(number, units);
            if (figure.without().isEmpty()) {
                table.addSum(name, number, List.of(units), true);
            } else {
                without.takeFrom(figure, number, units, sum);
            }
        }
    }

    private Cell ofUnits(String name, int number, BigDecimal value) {
        if (madeOfOpen.contains(number)) {
            return Cell.open(name, value);
        }
        return tellsFew(figures.get(number), value)
                ? primary(name, value, ends.few(), owner(figures.get(number).area()))
                : Cell.untold(name, value);
    }

    private int ofUnits(int number) {
        return ofUnits.getOrDefault(number, number);
    }

    private boolean tellsFew(int number) {
        return tellsFew(figures.get(number), figures.get(number).value());
    }

    private boolean tellsFew(FigureOfPupils figure, BigDecimal value) {
        Sum sum = sums.get(figure.step());
        return sum.kind().isCounted()
                ? rules.areFew(value)
                : sum.ofPupils()
                        && figure.weight() != null
                        && (rules.isSmall(figure.weight()) || isShareOfFew(sum, value, figure.weight()));
    }

    /** Who knows a share, and of how many pupils it is, knows how many they are, and how many the others. */
    private boolean isShareOfFew(Sum sum, BigDecimal value, BigDecimal pupils) {
        if (!sum.ofShares() || sum.kind() != Kind.MEAN) {
            return false;
        }
        BigDecimal have = value.divide(PERCENT);
        return rules.areFew(have) || rules.areFew(pupils.subtract(have));
    }

    /** What an area's next smaller parts have that are told; where they are not, the units. */
    private void addUp(int step) {
        if (sums.get(step).kind() == Kind.HARMONIC) {
            return;
        }
        Map<Integer, Integer> byArea = new LinkedHashMap<>(numbers.get(step));
        byArea.values().removeIf(number -> UnitsWithoutFigure.areAllOf(figures.get(number)));
        SortedMap<Integer, List<Integer>> parts = new TreeMap<>();
        byArea.forEach((area, number) -> {
            places.above(area).stream()
                    .map(byArea::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(whole -> parts.computeIfAbsent(whole, none -> new ArrayList<>())
                            .add(number));
            places.of(area).map(place -> byArea.get(place.organiser())).ifPresent(whole -> parts.computeIfAbsent(
                            whole, none -> new ArrayList<>())
                    .add(number));
        });
        parts.forEach((whole, ofIt) -> table.addSum(
                table.name(ofUnits(whole)) + ", its parts together",
                ofUnits(whole),
                ofIt.stream().map(this::ofUnits).toList()));
    }

    private void add(Whole whole) {
        // An organiser may have the only unit without a figure: both have the same cells then.
        Set<List<Integer>> known = new HashSet<>();
        for (int area : areasOf(whole.step())) {
            Map<Boolean, List<Integer>> steps = whole.parts().stream()
                    .collect(
                            Collectors.partitioningBy(step -> number(step, area).isPresent()));
            List<Integer> parts = steps.get(true).stream()
                    .flatMap(step -> number(step, area).stream())
                    .toList();
            number(whole.step(), area)
                    .filter(number -> !parts.isEmpty()
                            && known.add(Stream.concat(Stream.of(number), parts.stream())
                                    .toList()))
                    .ifPresent(number -> add(sums.get(whole.step()), area, number, parts, steps.get(false)));
        }
        Stream.concat(Stream.of(whole.step()), whole.parts().stream())
                .flatMap(step -> without.units(step).stream())
                .filter(units -> units.size() > 1)
                .distinct()
                .forEach(units -> add(whole, units, known));
    }

    /** Of several units without figures, the same as of one. */
    private void add(Whole whole, SortedSet<Integer> units, Set<List<Integer>> known) {
        List<Integer> all = numbersOf(List.of(whole.step()), units).orElse(List.of());
        List<List<Integer>> ofParts = whole.parts().stream()
                .flatMap(step -> numbersOf(List.of(step), units).stream())
                .toList();
        List<Integer> parts = ofParts.stream().flatMap(List::stream).toList();
        if (all.isEmpty()
                || parts.isEmpty()
                || !known.add(Stream.concat(all.stream(), parts.stream()).toList())) {
            return;
        }
        Sum of = sums.get(whole.step());
        BigDecimal pupils = of.kind().isCounted() ? null : pupils(all).subtract(pupils(parts));
        boolean isKnown = ofParts.size() == whole.parts().size()
                || Stream.concat(all.stream(), parts.stream()).allMatch(this::isOpen);
        table.addRest(
                "%s, less %s".formatted(table.names(all), table.names(parts)),
                all,
                parts,
                isKnown,
                of,
                without.owner(units),
                pupils);
    }

    private BigDecimal pupils(List<Integer> cells) {
        return cells.stream().map(this::pupils).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a step has of an area, or of a unit without a figure. */
    private Optional<Integer> number(int step, int area) {
        return Optional.ofNullable(numbers.getOrDefault(step, Map.of()).get(area))
                .or(() -> Optional.ofNullable(
                        ofNoFigure.getOrDefault(step, new TreeMap<>()).get(area)))
                .or(() -> without.cell(step, area));
    }

    private void add(Sum of, int area, int whole, List<Integer> parts, List<Integer> missing) {
        String name = "%s, %s together".formatted(table.name(whole), table.names(parts));
        boolean areOfUnits = ofUnits.containsKey(whole) || parts.stream().anyMatch(ofUnits::containsKey);
        List<Integer> partsOfUnits = parts.stream().map(this::ofUnits).toList();
        if (missing.isEmpty()) {
            table.addSum(name, whole, parts);
            if (areOfUnits) {
                table.addSum(name + OF_UNITS, ofUnits(whole), partsOfUnits);
            }
            return;
        }
        BigDecimal pupils = of.kind().isCounted() ? null : pupils(whole).subtract(pupils(parts));
        int others = addWithOthers(name, of, area, whole, parts, pupils);
        if (missing.size() == 1 && table.rest(whole, parts).signum() >= 0) {
            ofNoFigure.computeIfAbsent(missing.get(0), none -> new TreeMap<>()).put(area, others);
        }
        if (areOfUnits) {
            addWithOthers(name + OF_UNITS, of, area, ofUnits(whole), partsOfUnits, pupils);
        }
    }

    /** By the weights of a mean. */
    private BigDecimal pupils(int cell) {
        return table.isFigure(cell)
                ? figures.get(cell).weight()
                : table.left(cell).pupils();
    }

    private int addWithOthers(
            String name, Sum of, int area, int whole, List<Integer> parts, @Nullable BigDecimal pupils) {
        boolean isKnown = Stream.concat(Stream.of(whole), parts.stream()).allMatch(this::isOpen);
        return table.addSumWithOthers(name, whole, parts, isKnown, of, owner(area), pupils);
    }

    private boolean isOpen(int cell) {
        return table.isFigure(cell) ? open.contains(cell) : table.cell(cell).kind() == Cell.Kind.OPEN;
    }

    /** What no share has hidden of those of whom nothing is told. Everybody may know that they are none. */
    private void decide(Left left) {
        Cell cell = table.cell(left.cell());
        if (!cell.isPrimary() && cell.kind() != Cell.Kind.OPEN) {
            table.replace(left.cell(), decided(left, cell.name(), cell.value()));
        }
    }

    private Cell decided(Left left, String name, BigDecimal value) {
        boolean isNobody = (left.pupils() == null ? left.rest() : left.pupils()).signum() <= 0;
        if (isNobody) {
            return table.open(name, value);
        }
        if (isOfFew(left)) {
            return primary(name, value, ends.few(), left.owner());
        }
        Cell untold = left.pupils() == null ? notOfFew(name, value) : Cell.untold(name, value);
        return lyingBetweenBoth(untold, table.cell(left.cell()).ends()).ownedBy(left.owner());
    }

    private boolean isOfFew(Left left) {
        if (left.pupils() == null) {
            return rules.areFew(left.rest());
        }
        return left.sum().ofPupils()
                && (rules.isSmall(left.pupils()) || isShareOfFew(left.sum(), left.rest(), left.pupils()));
    }

    /** Empty where one of the steps has nothing of the area. */
    private Optional<List<Integer>> numbersOf(List<Integer> steps, int area) {
        List<Integer> found =
                steps.stream().flatMap(step -> number(step, area).stream()).toList();
        return found.size() == steps.size() ? Optional.of(found) : Optional.empty();
    }

    /** The same of what units have together of which a step has no figures. */
    private Optional<List<Integer>> numbersOf(List<Integer> steps, SortedSet<Integer> units) {
        List<Integer> found = new ArrayList<>();
        for (int step : steps) {
            Optional<Integer> together = without.cell(step, units);
            List<Integer> ofEach =
                    units.stream().flatMap(unit -> number(step, unit).stream()).toList();
            if (together.isEmpty() && ofEach.size() < units.size()) {
                return Optional.empty();
            }
            found.addAll(together.map(List::of).orElse(ofEach));
        }
        return Optional.of(found);
    }

    /** Of the areas and units, and of the units without figures together, of which both have something. */
    private List<Both> both(List<Integer> one, List<Integer> other) {
        List<Both> both = new ArrayList<>();
        for (int area : areasOf(one.get(0))) {
            numbersOf(one, area).ifPresent(of -> numbersOf(other, area)
                    .ifPresent(ofOther -> both.add(new Both(of, ofOther, owner(area)))));
        }
        Stream.of(one, other)
                .flatMap(steps -> without.units(steps.get(0)).stream())
                .filter(units -> units.size() > 1)
                .distinct()
                .forEach(units -> numbersOf(one, units).ifPresent(of -> numbersOf(other, units)
                        .ifPresent(ofOther -> both.add(new Both(of, ofOther, without.owner(units))))));
        return both;
    }

    /** In which a step has a figure, or something that follows from others. */
    private SortedSet<Integer> areasOf(int step) {
        SortedSet<Integer> areas =
                new TreeSet<>(numbers.getOrDefault(step, Map.of()).keySet());
        areas.addAll(ofNoFigure.getOrDefault(step, new TreeMap<>()).keySet());
        without.units(step).stream()
                .filter(units -> units.size() == 1)
                .map(SortedSet::first)
                .forEach(areas::add);
        return areas;
    }

    /** Whoever knows a source's own figure, and its weight, knows what it is in each sum. */
    private void addWaysToAddUp() {
        family.sums().stream()
                .filter(sum -> numbers.containsKey(sum.step()))
                .collect(Collectors.groupingBy(Sum::series, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ways -> {
                    Map<Integer, Integer> first = new HashMap<>();
                    ways.forEach(sum -> numbers.get(sum.step()).forEach((area, number) -> {
                        if (figures.get(number).isOwn()) {
                            Optional.ofNullable(first.putIfAbsent(area, number)).ifPresent(one -> addSame(one, number));
                        }
                    }));
                });
    }

    private void addSame(int one, int other) {
        BigDecimal weight = weight(one);
        BigDecimal otherWeight = weight(other);
        int scale = Math.max(0, Math.max(weight.scale(), otherWeight.scale()));
        table.add(new Equation(
                "%s, added up otherwise: %s".formatted(table.name(one), table.name(other)),
                new TreeMap<>(Map.of(
                        one,
                        otherWeight.movePointRight(scale).longValueExact(),
                        other,
                        -weight.movePointRight(scale).longValueExact()))));
    }

    private BigDecimal weight(int number) {
        FigureOfPupils figure = figures.get(number);
        return sums.get(figure.step()).kind() == Kind.MEAN ? figure.weight() : BigDecimal.ONE;
    }

    /** Of few no share is told, nor what would tell it. */
    private void divide(Division division) {
        both(division.part(), division.whole())
                .forEach(both -> divide(both.one(), both.other(), division.isShare(), both.owner()));
    }

    private void divide(List<Integer> part, List<Integer> whole, boolean isShare, String owner) {
        BigDecimal count = table.sum(part);
        BigDecimal group = table.sum(whole);
        ends.addGroup(whole, group);
        boolean isSmall = group.signum() > 0 && rules.isSmall(group);
        if (whole.size() > 1 && group.signum() > 0) {
            addGroup(whole, group, owner);
        }
        if (whole.size() == 1 && !table.isFigure(whole.get(0))) {
            addTo(
                    whole.get(0),
                    Cell.untold(table.names(whole), group)
                            .lyingBetween(ends.unlessContradicted(ends.ofGroup(group), group)));
        }
        if (isSmall) {
            part.forEach(cell -> hide(cell, ends.partOfSmallGroup(), owner));
        } else if (rules.areFew(count)) {
            hide(table.names(part), terms(part, List.of()), count, ends.few(), owner);
        } else if (ends.areCounts() && part.size() > 1 && count.signum() >= 0) {
            addOther(
                    table.names(part),
                    terms(part, List.of()),
                    notOfFew(table.names(part), count).ownedBy(owner));
        }
        if (isShare) {
            addRest(part, whole, isSmall, owner);
        }
    }

    /** Where more are taken away than there are, the others are what is left. */
    private void subtract(Difference difference) {
        both(difference.of(), difference.less()).forEach(both -> {
            boolean isLess = table.sum(both.one()).compareTo(table.sum(both.other())) < 0;
            addRest(isLess ? both.one() : both.other(), isLess ? both.other() : both.one(), false, both.owner());
        });
    }

    /** Everybody sees whether it is large enough for its share to be told. */
    private void addGroup(List<Integer> whole, BigDecimal group, String owner) {
        if (rules.areFew(group)) {
            hide(table.names(whole), terms(whole, List.of()), group, ends.few(), owner);
        } else if (ends.areCounts()) {
            addOther(
                    table.names(whole),
                    terms(whole, List.of()),
                    Cell.untold(table.names(whole), group)
                            .ownedBy(owner)
                            .lyingBetween(ends.unlessContradicted(ends.ofGroup(group), group)));
        }
    }

    /** Of a small group it is hidden however many they are: that it is would tell it otherwise. */
    private void addRest(List<Integer> part, List<Integer> whole, boolean isSmall, String owner) {
        String name = table.names(whole) + " without " + table.names(part);
        SortedMap<Integer, Long> terms = terms(whole, part);
        BigDecimal rest = table.sum(whole).subtract(table.sum(part));
        if (isSmall && rest.signum() >= 0 || rules.areFew(rest)) {
            hide(name, terms, rest, isSmall ? ends.partOfSmallGroup() : ends.few(), owner);
        } else if (ends.areCounts() && rest.signum() >= 0 && !isCell(terms)) {
            addOther(name, terms, notOfFew(name, rest).ownedBy(owner));
        }
    }

    /** Of a sum that is not told, and is not hidden, everybody knows that it is not of few. */
    private Cell notOfFew(String name, BigDecimal value) {
        return Cell.untold(name, value).lyingBetween(ends.unlessContradicted(ends.ofNoFew(), value));
    }

    private static SortedMap<Integer, Long> terms(List<Integer> plus, List<Integer> minus) {
        SortedMap<Integer, Long> terms = new TreeMap<>();
        plus.forEach(cell -> terms.merge(cell, 1L, Long::sum));
        minus.forEach(cell -> terms.merge(cell, -1L, Long::sum));
        terms.values().removeIf(coefficient -> coefficient == 0);
        return terms;
    }

    private void hide(String name, SortedMap<Integer, Long> terms, BigDecimal value, Ends known, String owner) {
        if (isCell(terms)) {
            hide(terms.firstKey(), known, owner);
        } else {
            addOther(name, terms, primary(name, value, known, owner));
        }
    }

    private void hide(int cell, Ends known, String owner) {
        if (!table.isFigure(cell)) {
            addTo(cell, primary(table.name(cell), table.value(cell), known, owner));
            return;
        }
        few.add(cell);
        if (known.equals(ends.partOfSmallGroup())) {
            ends.addPartsOfSmallGroup(List.of(cell));
        }
    }

    private static boolean isCell(SortedMap<Integer, Long> terms) {
        return terms.size() == 1 && terms.get(terms.firstKey()) == 1;
    }

    /** A sum of cells that is never told becomes one itself; none where everybody knows them all. */
    private void addOther(String name, SortedMap<Integer, Long> terms, Cell cell) {
        if (terms.keySet().stream().allMatch(this::isOpen)) {
            return;
        }
        if (sumsOfCells.containsKey(terms)) {
            addTo(sumsOfCells.get(terms), cell);
            return;
        }
        SortedMap<Integer, Long> coefficients = new TreeMap<>(terms);
        sumsOfCells.put(terms, table.add(cell));
        coefficients.put(sumsOfCells.get(terms), -1L);
        table.add(new Equation(name, coefficients));
    }

    /** What is hidden for one reason is, whatever it is for another. */
    private void addTo(int number, Cell same) {
        Cell known = table.cell(number);
        if (known.kind() == Cell.Kind.OPEN) {
            return;
        }
        Cell hidden = same.isPrimary() && !known.isPrimary()
                ? primary(known.name(), known.value(), known.ends(), known.owner())
                : known;
        table.replace(number, lyingBetweenBoth(hidden, same.ends()));
    }

    /**
     * What has been published is known. What was withheld stays it, where its figure is another now, and what told of it then
     * tells of it still. What was withheld for others only need not be kept any more, but nobody is told it.
     */
    private void addEarlier() {
        SameCells same = new SameCells(table.names(), table.values(), table.equations());
        Set<SortedMap<Integer, Long>> known =
                table.equations().stream().map(Equation::coefficients).collect(Collectors.toCollection(HashSet::new));
        for (int i = earlier.size() - 1; i >= 0; i--) {
            EarlierTable release = earlier.get(i);
            List<Integer> numbers = same.numbers(release, (cell, name) -> table.add(asItWas(release, cell, name)));
            for (int cell = 0; cell < numbers.size(); cell++) {
                Figure figure = release.published().figures().get(cell);
                if (!figure.isWithheld()) {
                    tell(numbers.get(cell));
                } else {
                    endsBefore.merge(numbers.get(cell), figure.ends(), Ends::and);
                }
            }
            release.published().equations().stream()
                    .map(equation -> equation.renumbered(numbers::get))
                    .filter(equation -> known.add(equation.coefficients()))
                    .map(equation -> new Equation(
                            SameCells.asItWas(equation.name(), release.release()), equation.coefficients()))
                    .forEach(table::add);
        }
    }

    private void tell(int number) {
        if (table.isFigure(number)) {
            open.add(number);
        } else {
            Cell cell = table.cell(number);
            table.replace(number, table.open(cell.name(), cell.value()).ownedBy(cell.owner()));
        }
    }

    private Cell asItWas(EarlierTable release, int cell, String name) {
        Figure figure = release.published().figures().get(cell);
        BigDecimal value = release.values().get(cell);
        return switch (figure.status()) {
            case PRIMARY -> primary(name, value, figure.ends(), figure.owner());
            case SECONDARY, UNTOLD ->
                Cell.untold(name, value)
                        .ownedBy(figure.owner())
                        .lyingBetween(ends.unlessContradicted(figure.ends(), value));
            case PUBLISHED, OPEN -> table.open(name, value).ownedBy(figure.owner());
        };
    }
}
