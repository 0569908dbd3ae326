package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.disclosure.folder.Few;

/**
 * Tables as there are of schools: units that make organisers and municipalities, which cross, and with them the nation; girls, boys and
 * all; those who reached a goal, those who did not, and all. Values from one to four are primary. Now and then a figure
 * is known to everybody.
 */
final class RandomTables {
    private static final List<String> SEXES = List.of("T", "F", "M");
    private static final int FEW = 5;

    private static final int CHANGED_OF = 8;

    private final Random random;

    /** By which figures of units are others than they were; null where they are as they were. */
    private final Random changes;

    private final Protection protection;
    private final boolean owned;
    private final boolean opensAll;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private final Map<String, Long> values = new LinkedHashMap<>();

    private final Map<String, String> owners = new HashMap<>();

    private RandomTables(long seed, Protection protection, boolean owned, boolean opensAll) {
        this(seed, protection, owned, opensAll, null);
    }

    private RandomTables(long seed, Protection protection, boolean owned, boolean opensAll, Random changes) {
        this.random = new Random(seed);
        this.changes = changes;
        this.protection = protection;
        this.owned = owned;
        this.opensAll = opensAll;
    }

    /** Where it is never told who did not reach a goal. */
    static Table ofUntoldRest(long seed, int mostUnits, Protection protection) {
        Table table = of(seed, mostUnits, protection);
        return new Table(
                table.cells().stream()
                        .map(cell -> cell.name().endsWith(" rest") && !cell.isPrimary()
                                ? Cell.untold(cell.name(), cell.value())
                                : cell)
                        .toList(),
                table.equations());
    }

    static Table of(long seed, int mostUnits) {
        return of(seed, mostUnits, Protection.LEAST);
    }

    static Table of(long seed, int mostUnits, Protection protection) {
        return new RandomTables(seed, protection, false, false).table(mostUnits);
    }

    static Table ofOwners(long seed, int mostUnits) {
        return ofOwners(seed, mostUnits, Protection.LEAST);
    }

    static Table ofOwners(long seed, int mostUnits, Protection protection) {
        return new RandomTables(seed, protection, true, false).table(mostUnits);
    }

    /** The table of a seed later, when some figures of units are others. */
    static Table later(long seed, int mostUnits) {
        return new RandomTables(seed, Protection.LEAST, false, false, new Random(-seed)).table(mostUnits);
    }

    /**
     * A table, to somebody who has seen what was published before: what was told and is the same is open, and what is another now stands
     * beside it as it was.
     *
     * @param before of which the cells have the same names
     */
    static Table after(Table before, BitSet withheld, Table now) {
        List<Cell> cells = new ArrayList<>(now.cells());
        BitSet others = changed(before, now);
        int[] numbers = new int[before.cells().size()];
        for (int i = 0; i < numbers.length; i++) {
            Cell was = before.cells().get(i);
            boolean told = !withheld.get(i);
            boolean isSame = !others.get(i);
            numbers[i] = isSame ? i : cells.size();
            if (!isSame) {
                cells.add(told ? Cell.open(was.name() + " before", was.value()) : kept(was));
            } else if (told) {
                cells.set(i, Cell.open(was.name(), was.value()));
            }
        }
        List<Equation> equations = new ArrayList<>(now.equations());
        for (Equation equation : before.equations()) {
            Equation was = equation.renumbered(cell -> numbers[cell]);
            if (!was.equals(equation)) {
                equations.add(new Equation(equation.name() + " before", was.coefficients()));
            }
        }
        return new Table(cells, equations);
    }

    /** Of a total that is as large as before, but of other parts, nobody knows it who does not see it. */
    private static BitSet changed(Table before, Table now) {
        BitSet changed = new BitSet();
        IntStream.range(0, before.cells().size())
                .filter(cell -> !now.cells()
                        .get(cell)
                        .value()
                        .equals(before.cells().get(cell).value()))
                .forEach(changed::set);
        int known;
        do {
            known = changed.cardinality();
            now.equations().stream()
                    .map(Equation::coefficients)
                    .filter(terms -> terms.keySet().stream().anyMatch(cell -> terms.get(cell) > 0 && changed.get(cell)))
                    .forEach(terms -> changed.set(total(terms)));
        } while (changed.cardinality() > known);
        return changed;
    }

    private static int total(Map<Integer, Long> terms) {
        return terms.keySet().stream()
                .filter(cell -> terms.get(cell) < 0)
                .findFirst()
                .orElseThrow();
    }

    /** A table linked with another one, which tells of the same totals of all how many there are in each of two programmes. */
    static Table linked(long seed, int mostUnits) {
        Table table = of(seed, mostUnits);
        Random random = new Random(-seed);
        List<Cell> cells = new ArrayList<>(table.cells());
        List<Equation> equations = new ArrayList<>(table.equations());
        List<SortedMap<Integer, Long>> ofAll = table.equations().stream()
                .map(Equation::coefficients)
                .filter(terms -> terms.keySet().stream().allMatch(cell -> isOfAll(table, cell)))
                .toList();
        Map<Integer, Long> first = new TreeMap<>();
        Set<Integer> totals = ofAll.stream().map(RandomTables::total).collect(Collectors.toSet());
        IntStream.range(0, table.cells().size())
                .filter(cell -> isOfAll(table, cell) && !totals.contains(cell))
                .forEach(cell -> first.put(cell, (long)
                        random.nextInt(table.cells().get(cell).value().intValue() + 1)));
        // Units make groups, and these the nation.
        ofAll.forEach(terms -> first.put(
                total(terms),
                terms.keySet().stream()
                        .filter(cell -> terms.get(cell) > 0)
                        .mapToLong(first::get)
                        .sum()));
        Map<Integer, Integer> one = new HashMap<>();
        Map<Integer, Integer> other = new HashMap<>();
        first.forEach((cell, value) -> {
            Cell all = table.cells().get(cell);
            one.put(cell, cells.size());
            cells.add(cell(all.name() + " one", BigDecimal.valueOf(value)));
            other.put(cell, cells.size());
            cells.add(cell(all.name() + " other", all.value().subtract(BigDecimal.valueOf(value))));
            equations.add(
                    Equation.ofTotal(all.name() + " in programmes", cell, List.of(one.get(cell), other.get(cell))));
        });
        for (int i = 0; i < ofAll.size(); i++) {
            Equation total = new Equation("linked " + i, ofAll.get(i));
            equations.add(new Equation("one " + i, total.renumbered(one::get).coefficients()));
            equations.add(
                    new Equation("other " + i, total.renumbered(other::get).coefficients()));
        }
        return new Table(cells, equations);
    }

    private static boolean isOfAll(Table table, int cell) {
        return table.cells().get(cell).name().endsWith(" T all");
    }

    private static Cell cell(String name, BigDecimal value) {
        return value.signum() > 0 && value.intValue() < FEW
                ? Cell.primary(name, value, Protection.LEAST)
                : Cell.free(name, value, 1);
    }

    private static Cell kept(Cell was) {
        String name = was.name() + " before";
        return was.isPrimary() ? Cell.primary(name, was.value(), was.protection()) : Cell.untold(name, was.value());
    }

    /** Where everybody knows that values from one to four are primary. */
    static Table ofKnownRule(long seed, int mostUnits) {
        return ofKnownRule(seed, mostUnits, false);
    }

    /** The same, where everybody can read elsewhere what girls and boys are together, however few. */
    static Table ofKnownRuleAndOpenTotals(long seed, int mostUnits) {
        return ofKnownRule(seed, mostUnits, true);
    }

    /** The same, where it is never told who did not reach a goal, but that they are none or more than four where it is not hidden. */
    static Table ofKnownRuleAndUntoldRest(long seed, int mostUnits) {
        Few few = new Few(BigDecimal.ONE, BigDecimal.valueOf(FEW - 1));
        Table table = ofUntoldRest(seed, mostUnits, Protection.ofWidth(BigDecimal.ONE));
        return new Table(
                table.cells().stream()
                        .map(cell -> cell.kind() == Cell.Kind.UNTOLD
                                ? cell.lyingBetween(Ends.noneOrFrom(FEW))
                                : few.known(cell))
                        .toList(),
                table.equations());
    }

    private static Table ofKnownRule(long seed, int mostUnits, boolean opensAll) {
        Table table = new RandomTables(seed, Protection.ofWidth(BigDecimal.ONE), false, opensAll).table(mostUnits);
        Few few = new Few(BigDecimal.ONE, BigDecimal.valueOf(FEW - 1));
        return new Table(table.cells().stream().map(few::known).toList(), table.equations());
    }

    private Table table(int mostUnits) {
        int units = 2 + random.nextInt(mostUnits - 1);
        int mean = 2 + random.nextInt(30);
        boolean bySex = random.nextBoolean();
        boolean withRest = random.nextInt(3) == 0;
        Map<String, List<String>> parts = new LinkedHashMap<>();
        int[] organisers = grouped(units);
        int[] municipalities = grouped(units);
        List<String> areas = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            areas.add("u" + unit);
            owners.put("u" + unit, "o" + organisers[unit]);
            owners.put("o" + organisers[unit], "o" + organisers[unit]);
            parts.computeIfAbsent("o" + organisers[unit], none -> new ArrayList<>())
                    .add("u" + unit);
            parts.computeIfAbsent("m" + municipalities[unit], none -> new ArrayList<>())
                    .add("u" + unit);
        }
        List<String> groups = List.copyOf(parts.keySet());
        areas.addAll(groups);
        areas.add("n");
        List<String> figures = withRest ? List.of("all", "reached", "rest") : List.of("all");
        List<String> sexes = bySex ? SEXES : List.of("T");
        for (String figure : figures) {
            for (String sex : sexes) {
                areas.forEach(area -> value(area, sex, figure, parts, mean, bySex, withRest));
            }
        }
        values.forEach(this::addCell);
        for (String figure : figures) {
            for (String sex : sexes) {
                parts.forEach((group, of) -> total(key(group, sex, figure), of, part -> key(part, sex, figure)));
                for (String kind : List.of("o", "m")) {
                    List<String> ofKind = groups.stream()
                            .filter(group -> group.startsWith(kind))
                            .toList();
                    total(key("n", sex, figure), ofKind, part -> key(part, sex, figure));
                }
            }
        }
        if (bySex) {
            figures.forEach(figure -> areas.forEach(
                    area -> total(key(area, "T", figure), SEXES.subList(1, 3), sex -> key(area, sex, figure))));
        }
        if (withRest) {
            sexes.forEach(sex -> areas.forEach(area ->
                    total(key(area, sex, "all"), List.of("reached", "rest"), figure -> key(area, sex, figure))));
        }
        return new Table(cells, equations);
    }

    private int[] grouped(int units) {
        int groups = 1 + random.nextInt(Math.max(1, units / 2));
        return IntStream.range(0, units).map(unit -> random.nextInt(groups)).toArray();
    }

    private static String key(String area, String sex, String figure) {
        return area + " " + sex + " " + figure;
    }

    private long value(
            String area,
            String sex,
            String figure,
            Map<String, List<String>> parts,
            int mean,
            boolean bySex,
            boolean withRest) {
        String key = key(area, sex, figure);
        Long known = values.get(key);
        if (known != null) {
            return known;
        }
        Function<Stream<String[]>, Long> sum =
                of -> of.mapToLong(one -> value(one[0], one[1], one[2], parts, mean, bySex, withRest))
                        .sum();
        long value;
        if (area.equals("n")) {
            value = sum.apply(parts.keySet().stream()
                    .filter(group -> group.startsWith("o"))
                    .map(group -> new String[] {group, sex, figure}));
        } else if (parts.containsKey(area)) {
            value = sum.apply(parts.get(area).stream().map(unit -> new String[] {unit, sex, figure}));
        } else if (bySex && sex.equals("T")) {
            value = sum.apply(Stream.of("F", "M").map(one -> new String[] {area, one, figure}));
        } else if (withRest && figure.equals("all")) {
            value = sum.apply(Stream.of("reached", "rest").map(one -> new String[] {area, sex, one}));
        } else {
            value = later(random.nextInt(4) == 0 ? 0 : (long) (-mean * Math.log(1 - random.nextDouble())));
        }
        values.put(key, value);
        return value;
    }

    private long later(long value) {
        return changes != null && changes.nextInt(CHANGED_OF) == 0 ? value + 1 + changes.nextInt(FEW) : value;
    }

    private void addCell(String key, long value) {
        indices.put(key, cells.size());
        BigDecimal number = BigDecimal.valueOf(value);
        cells.add(openNowAndThen(key, number).ownedBy(owned ? owners.getOrDefault(key.split(" ")[0], "") : ""));
    }

    private Cell openNowAndThen(String key, BigDecimal number) {
        if (opensAll && key.split(" ")[1].equals("T")) {
            return Cell.open(key, number);
        }
        if (number.signum() > 0 && number.intValue() < FEW) {
            return Cell.primary(key, number, protection);
        }
        return random.nextInt(40) == 0 ? Cell.open(key, number) : Cell.free(key, number, 1);
    }

    private void total(String total, List<String> parts, Function<String, String> key) {
        Iterator<Integer> indicesOfParts =
                parts.stream().map(part -> indices.get(key.apply(part))).iterator();
        equations.add(Equation.ofTotal(total + ", " + equations.size(), indices.get(total), () -> indicesOfParts));
    }
}
