package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
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

/**
 * The figures of a family in one period as a table of cells and equations. {@code docs/disclosure.md} tells which there are.
 *
 * <p>It takes others to know more than they may: all that is not withheld, by how much the source's own figure of an area is not what
 * its units have together, and by how much all pupils are not girls and boys together.
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
    private static final String WHAT_ELSE = ", and what else there is";
    private static final String OTHERS = ", and the others";
    private static final String OF_UNITS = ", its units together";

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Family family;
    private final Places places;
    private final DisclosureRules rules;
    private final List<EarlierTable> earlier;
    private final Set<String> unknown;
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

    /** Of these cells, those of which it is not decided whether they are hidden. */
    private final List<Left> undecided = new ArrayList<>();

    /**
     * @param rest what they have; less than zero where the parts have more than the whole
     * @param pupils how many they are by the weights; null of counts
     * @param whole the figure that they are in
     */
    private record Left(int cell, BigDecimal rest, @Nullable BigDecimal pupils, FigureOfPupils whole) {}

    private final KnownEnds ends;
    private final List<Cell> others = new ArrayList<>();
    private final Map<SortedMap<Integer, Long>, Integer> sumsOfCells = new HashMap<>();

    /** What releases have told of where cells lie that are the same still. */
    private final Map<Integer, Ends> endsBefore = new HashMap<>();

    private final List<Equation> equations = new ArrayList<>();

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
        this.unknown = unknown;
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
    }

    /**
     * Its first cells are those of the figures, in their order; those after them are never told.
     *
     * @param earlier what releases have told of the same figures, as they were then
     * @param unknown names of cells that {@link #isTakenAsKnown} and nobody knows
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

    /** Whether it is what an area has beside its parts: nobody publishes it, and who knows it knows more. */
    static boolean isTakenAsKnown(Cell cell) {
        return cell.kind() == Cell.Kind.OPEN
                && (cell.name().contains(WHAT_ELSE) || cell.name().contains(OTHERS));
    }

    private Table table() {
        findOwners();
        findOpen();
        IntStream.range(0, figures.size()).filter(this::tellsFew).forEach(few::add);
        IntStream.range(0, figures.size())
                .filter(number -> figures.get(number).ofUnits() != null)
                .forEach(this::addOfUnits);
        numbers.keySet().stream().sorted().forEach(this::addUp);
        family.wholes().forEach(this::add);
        addWaysToAddUp();
        family.divisions().forEach(this::divide);
        family.differences().forEach(this::subtract);
        undecided.forEach(this::decide);
        addEarlier();
        List<Cell> cells = new ArrayList<>();
        for (int number = 0; number < figures.size(); number++) {
            cells.add(cell(number));
        }
        cells.addAll(others);
        endsBefore.forEach((number, before) -> cells.set(number, lyingBetweenBoth(cells.get(number), before)));
        return new Table(cells, equations);
    }

    private Cell lyingBetweenBoth(Cell cell, Ends before) {
        return cell.kind() == Cell.Kind.OPEN
                ? cell
                : cell.lyingBetween(ends.unlessContradicted(
                        cell.ends().and(ends.unlessContradicted(before, cell.value())), cell.value()));
    }

    private Cell cell(int number) {
        FigureOfPupils figure = figures.get(number);
        String name = name(number);
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

    private String name(int number) {
        FigureOfPupils figure = figures.get(number);
        return ToldBy.name(sums.get(figure.step()).name(), figure.level().value(), figure.code());
    }

    /** Nobody has an area in which several have figures. */
    private void findOwners() {
        figures.stream()
                .filter(figure -> figure.level() == Level.SCHOOL_UNIT)
                .map(FigureOfPupils::area)
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
    private void addOfUnits(int number) {
        FigureOfPupils figure = figures.get(number);
        String name = name(number) + OF_UNITS;
        ofUnits.put(number, other(ofUnits(name, number, figure.ofUnits()).ownedBy(owner(figure.area()))));
        // Also where it is the same: nobody is told so.
        add(name, number, List.of(ofUnits.get(number)), figure.value().subtract(figure.ofUnits()), true);
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
        Map<Integer, Integer> byArea = numbers.get(step);
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
        parts.forEach((whole, ofIt) -> add(
                nameOf(ofUnits(whole)) + ", its parts together",
                ofUnits(whole),
                ofIt.stream().map(this::ofUnits).toList()));
    }

    private void add(Whole whole) {
        numbers.getOrDefault(whole.step(), Map.of()).forEach((area, number) -> {
            Map<Boolean, List<Integer>> steps = whole.parts().stream()
                    .collect(Collectors.partitioningBy(
                            step -> numbers.getOrDefault(step, Map.of()).containsKey(area)));
            List<Integer> parts = steps.get(true).stream()
                    .map(step -> numbers.get(step).get(area))
                    .toList();
            if (!parts.isEmpty()) {
                add(area, number, parts, steps.get(false));
            }
        });
    }

    private void add(int area, int whole, List<Integer> parts, List<Integer> missing) {
        String name = "%s, %s together".formatted(name(whole), names(parts));
        boolean areOfUnits = ofUnits.containsKey(whole) || parts.stream().anyMatch(ofUnits::containsKey);
        List<Integer> partsOfUnits = parts.stream().map(this::ofUnits).toList();
        if (missing.isEmpty()) {
            add(name, whole, parts);
            if (areOfUnits) {
                add(name + OF_UNITS, ofUnits(whole), partsOfUnits);
            }
            return;
        }
        BigDecimal pupils = pupils(whole, parts);
        FigureOfPupils of = figures.get(whole);
        int left = addLeft(name, of, whole, parts, pupils);
        if (missing.size() == 1 && sum(parts).compareTo(value(whole)) <= 0) {
            ofNoFigure.computeIfAbsent(missing.get(0), none -> new TreeMap<>()).put(area, left);
        }
        if (areOfUnits) {
            addLeft(name + OF_UNITS, of, ofUnits(whole), partsOfUnits, pupils);
        }
    }

    /** Whom the weights of a mean leave; null of counts. */
    private BigDecimal pupils(int whole, List<Integer> parts) {
        return sums.get(figures.get(whole).step()).kind().isCounted()
                ? null
                : parts.stream()
                        .map(part -> figures.get(part).weight())
                        .reduce(figures.get(whole).weight(), BigDecimal::subtract);
    }

    /**
     * That the parts of which an area has figures, and the others together, are the whole: of girls nothing may be told, and they are all
     * but the boys nevertheless.
     *
     * @return the cell of the others
     */
    private int addLeft(String name, FigureOfPupils of, int whole, List<Integer> parts, @Nullable BigDecimal pupils) {
        BigDecimal rest = value(whole).subtract(sum(parts));
        boolean isKnown = Stream.concat(Stream.of(whole), parts.stream()).allMatch(this::isOpen);
        int left = other(isKnown ? open(name + OTHERS, rest.abs()) : Cell.untold(name + OTHERS, rest.abs()));
        if (!isKnown) {
            undecided.add(new Left(left, rest, pupils, of));
        }
        SortedMap<Integer, Long> coefficients = new TreeMap<>(Map.of(whole, -1L));
        parts.forEach(part -> coefficients.put(part, 1L));
        coefficients.put(left, rest.signum() < 0 ? -1L : 1L);
        equations.add(new Equation(name, coefficients));
        return left;
    }

    private boolean isOpen(int cell) {
        return cell < figures.size()
                ? open.contains(cell)
                : others.get(cell - figures.size()).kind() == Cell.Kind.OPEN;
    }

    /** What no share has hidden of those of whom nothing is told. Everybody may know that they are none. */
    private void decide(Left left) {
        Cell cell = others.get(left.cell() - figures.size());
        if (!cell.isPrimary()) {
            others.set(left.cell() - figures.size(), decided(left, cell.name(), cell.value()));
        }
    }

    private Cell decided(Left left, String name, BigDecimal value) {
        boolean isNobody = (left.pupils() == null ? left.rest() : left.pupils()).signum() <= 0;
        if (isNobody) {
            return open(name, value);
        }
        String owner = owner(left.whole().area());
        if (isOfFew(left)) {
            return primary(name, value, ends.few(), owner);
        }
        Cell untold = left.pupils() == null ? notOfFew(name, value) : Cell.untold(name, value);
        return lyingBetweenBoth(untold, others.get(left.cell() - figures.size()).ends())
                .ownedBy(owner);
    }

    private boolean isOfFew(Left left) {
        if (left.pupils() == null) {
            return rules.areFew(left.rest());
        }
        Sum sum = sums.get(left.whole().step());
        return sum.ofPupils() && (rules.isSmall(left.pupils()) || isShareOfFew(sum, left.rest(), left.pupils()));
    }

    /** Empty where one of the steps has nothing of the area. */
    private Optional<List<Integer>> numbersOf(List<Integer> steps, int area) {
        List<Integer> found = steps.stream()
                .map(step -> numbers.getOrDefault(step, Map.of())
                        .getOrDefault(
                                area,
                                ofNoFigure.getOrDefault(step, new TreeMap<>()).get(area)))
                .filter(Objects::nonNull)
                .toList();
        return found.size() == steps.size() ? Optional.of(found) : Optional.empty();
    }

    /** In which a step has a figure, or something that follows from others. */
    private SortedSet<Integer> areasOf(int step) {
        SortedSet<Integer> areas =
                new TreeSet<>(numbers.getOrDefault(step, Map.of()).keySet());
        areas.addAll(ofNoFigure.getOrDefault(step, new TreeMap<>()).keySet());
        return areas;
    }

    /** That the parts are the whole, but for what everybody is taken to know. */
    private void add(String name, int whole, List<Integer> parts) {
        BigDecimal rest = value(whole).subtract(sum(parts));
        add(name, whole, parts, rest, rest.signum() != 0);
    }

    /** @param rest what the whole has beside the parts; less than zero where it lacks something */
    private void add(String name, int whole, List<Integer> parts, BigDecimal rest, boolean isThereRest) {
        SortedMap<Integer, Long> coefficients = new TreeMap<>(Map.of(whole, -1L));
        parts.forEach(part -> coefficients.put(part, 1L));
        if (isThereRest) {
            coefficients.put(other(open(name + WHAT_ELSE, rest.abs())), rest.signum() < 0 ? -1L : 1L);
        }
        equations.add(new Equation(name, coefficients));
    }

    private Cell open(String name, BigDecimal value) {
        return unknown.contains(name) ? Cell.untold(name, value) : Cell.open(name, value);
    }

    private BigDecimal sum(Collection<Integer> cells) {
        return cells.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal value(int cell) {
        return cell < figures.size()
                ? figures.get(cell).value()
                : others.get(cell - figures.size()).value();
    }

    private String nameOf(int cell) {
        return cell < figures.size()
                ? name(cell)
                : others.get(cell - figures.size()).name();
    }

    private int other(Cell cell) {
        others.add(cell);
        return figures.size() + others.size() - 1;
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
        equations.add(new Equation(
                "%s, added up otherwise: %s".formatted(name(one), name(other)),
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
        for (int area : areasOf(division.part().get(0))) {
            numbersOf(division.part(), area).ifPresent(part -> numbersOf(division.whole(), area)
                    .ifPresent(whole -> divide(part, whole, division.isShare(), owner(area))));
        }
    }

    private void divide(List<Integer> part, List<Integer> whole, boolean isShare, String owner) {
        BigDecimal count = sum(part);
        BigDecimal group = sum(whole);
        ends.addGroup(whole, group);
        boolean isSmall = group.signum() > 0 && rules.isSmall(group);
        if (whole.size() > 1 && group.signum() > 0) {
            addGroup(whole, group, owner);
        }
        if (whole.size() == 1 && whole.get(0) >= figures.size()) {
            addTo(
                    whole.get(0),
                    Cell.untold(names(whole), group).lyingBetween(ends.unlessContradicted(ends.ofGroup(group), group)));
        }
        if (isSmall) {
            part.forEach(cell -> hide(cell, ends.partOfSmallGroup(), owner));
        } else if (rules.areFew(count)) {
            hide(names(part), terms(part, List.of()), count, ends.few(), owner);
        } else if (ends.areCounts() && part.size() > 1 && count.signum() >= 0) {
            addOther(
                    names(part),
                    terms(part, List.of()),
                    notOfFew(names(part), count).ownedBy(owner));
        }
        if (isShare) {
            addRest(part, whole, isSmall, owner);
        }
    }

    /** Where more are taken away than there are, the others are what is left. */
    private void subtract(Difference difference) {
        for (int area : areasOf(difference.of().get(0))) {
            numbersOf(difference.of(), area)
                    .ifPresent(of -> numbersOf(difference.less(), area).ifPresent(less -> {
                        boolean isLess = sum(of).compareTo(sum(less)) < 0;
                        addRest(isLess ? of : less, isLess ? less : of, false, owner(area));
                    }));
        }
    }

    /** Everybody sees whether it is large enough for its share to be told. */
    private void addGroup(List<Integer> whole, BigDecimal group, String owner) {
        if (rules.areFew(group)) {
            hide(names(whole), terms(whole, List.of()), group, ends.few(), owner);
        } else if (ends.areCounts()) {
            addOther(
                    names(whole),
                    terms(whole, List.of()),
                    Cell.untold(names(whole), group)
                            .ownedBy(owner)
                            .lyingBetween(ends.unlessContradicted(ends.ofGroup(group), group)));
        }
    }

    /** Of a small group it is hidden however many they are: that it is would tell it otherwise. */
    private void addRest(List<Integer> part, List<Integer> whole, boolean isSmall, String owner) {
        String name = names(whole) + " without " + names(part);
        SortedMap<Integer, Long> terms = terms(whole, part);
        BigDecimal rest = sum(whole).subtract(sum(part));
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

    private String names(List<Integer> cells) {
        return cells.stream().map(this::nameOf).collect(Collectors.joining(" and "));
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
        if (cell >= figures.size()) {
            addTo(cell, primary(nameOf(cell), value(cell), known, owner));
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
        sumsOfCells.put(terms, other(cell));
        coefficients.put(sumsOfCells.get(terms), -1L);
        equations.add(new Equation(name, coefficients));
    }

    /** What is hidden for one reason is, whatever it is for another. */
    private void addTo(int number, Cell same) {
        Cell known = others.get(number - figures.size());
        if (known.kind() == Cell.Kind.OPEN) {
            return;
        }
        Cell hidden = same.isPrimary() && !known.isPrimary()
                ? primary(known.name(), known.value(), known.ends(), known.owner())
                : known;
        others.set(number - figures.size(), lyingBetweenBoth(hidden, same.ends()));
    }

    /**
     * What has been published is known. What was withheld stays it, where its figure is another now, and what told of it then
     * tells of it still. What was withheld for others only need not be kept any more, but nobody is told it.
     */
    private void addEarlier() {
        SameCells same = new SameCells(
                Stream.concat(
                                IntStream.range(0, figures.size()).mapToObj(this::name),
                                others.stream().map(Cell::name))
                        .toList(),
                Stream.concat(
                                figures.stream().map(FigureOfPupils::value),
                                others.stream().map(Cell::value))
                        .toList(),
                equations);
        Set<SortedMap<Integer, Long>> known =
                equations.stream().map(Equation::coefficients).collect(Collectors.toCollection(HashSet::new));
        for (int i = earlier.size() - 1; i >= 0; i--) {
            EarlierTable table = earlier.get(i);
            List<Integer> numbers = same.numbers(table, (cell, name) -> other(asItWas(table, cell, name)));
            for (int cell = 0; cell < numbers.size(); cell++) {
                Figure figure = table.published().figures().get(cell);
                if (!figure.isWithheld()) {
                    tell(numbers.get(cell));
                } else {
                    endsBefore.merge(numbers.get(cell), figure.ends(), Ends::and);
                }
            }
            table.published().equations().stream()
                    .map(equation -> equation.renumbered(numbers::get))
                    .filter(equation -> known.add(equation.coefficients()))
                    .map(equation ->
                            new Equation(SameCells.asItWas(equation.name(), table.release()), equation.coefficients()))
                    .forEach(equations::add);
        }
    }

    private void tell(int number) {
        if (number < figures.size()) {
            open.add(number);
        } else {
            Cell cell = others.get(number - figures.size());
            others.set(number - figures.size(), open(cell.name(), cell.value()).ownedBy(cell.owner()));
        }
    }

    private Cell asItWas(EarlierTable table, int cell, String name) {
        Figure figure = table.published().figures().get(cell);
        BigDecimal value = table.values().get(cell);
        return switch (figure.status()) {
            case PRIMARY -> primary(name, value, figure.ends(), figure.owner());
            case SECONDARY, UNTOLD ->
                Cell.untold(name, value)
                        .ownedBy(figure.owner())
                        .lyingBetween(ends.unlessContradicted(figure.ends(), value));
            case PUBLISHED, OPEN -> open(name, value).ownedBy(figure.owner());
        };
    }
}
