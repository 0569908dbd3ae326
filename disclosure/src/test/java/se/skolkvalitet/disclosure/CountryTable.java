package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import se.skolkvalitet.certificate.Equation;

/**
 * One indicator of one year in a made-up country: girls, boys and all who reached a goal and who did not, in the units of
 * a school form. A municipality has most of the units in it; the others are independent, some of them in chains over the
 * country. Municipalities make counties, counties make the nation, and so do organisers.
 */
final class CountryTable {
    private static final List<String> SEXES = List.of("F", "M");
    private static final List<String> SEXES_AND_ALL = List.of("F", "M", "T");
    private static final List<String> RESULTS = List.of("reached", "rest");
    private static final List<String> RESULTS_AND_ALL = List.of("reached", "rest", "all");
    private static final int COUNTIES = 21;
    private static final int FEW = 5;
    private static final int LEAST_PUPILS = 10;
    private static final String NATION = "n";
    private static final String NOBODY = "";

    private final Random random;
    private final boolean owned;
    private final Protection protection;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private final List<String> areas = new ArrayList<>();
    private final Map<String, Long> values = new LinkedHashMap<>();
    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();

    private CountryTable(long seed, boolean owned, Protection protection) {
        this.random = new Random(seed);
        this.owned = owned;
        this.protection = protection;
    }

    static Table of(long seed, int units, int municipalities) {
        return new CountryTable(seed, false, Protection.LEAST).table(units, municipalities);
    }

    static Table ofWidth(long seed, int units, int municipalities, long width) {
        return new CountryTable(seed, false, Protection.ofWidth(BigDecimal.valueOf(width)))
                .table(units, municipalities);
    }

    /** The same, where each organiser knows what is of its own units. */
    static Table withOwners(long seed, int units, int municipalities) {
        return new CountryTable(seed, true, Protection.LEAST).table(units, municipalities);
    }

    private Table table(int units, int municipalities) {
        for (int unit = 0; unit < units; unit++) {
            // Most people live in few municipalities.
            int municipality = (int) (municipalities * Math.pow(random.nextDouble(), 2));
            areas.add("u" + unit);
            part("m" + municipality, "u" + unit);
            String organiser = organiser(municipality, unit);
            part(organiser, "u" + unit);
            for (String area : List.of("u" + unit, organiser, "m" + municipality)) {
                owners.merge(area, organiser, (one, other) -> one.equals(other) ? one : NOBODY);
            }
        }
        List<String> groups = List.copyOf(parts.keySet());
        areas.addAll(groups);
        groups.stream()
                .filter(group -> group.startsWith("m"))
                .forEach(group -> part("c" + Integer.parseInt(group.substring(1)) % COUNTIES, group));
        List<String> counties =
                parts.keySet().stream().filter(group -> group.startsWith("c")).toList();
        areas.addAll(counties);
        areas.add(NATION);
        parts.put(NATION, counties);
        areas.forEach(this::count);
        areas.forEach(this::addCells);
        areas.forEach(this::addUp);
        List<String> organisers =
                groups.stream().filter(group -> group.startsWith("o")).toList();
        kinds().forEach(kind -> total(
                NATION + kind, organisers.stream().map(part -> part + kind).toList()));
        return new Table(cells, equations);
    }

    private void part(String group, String part) {
        parts.computeIfAbsent(group, none -> new ArrayList<>()).add(part);
    }

    private String organiser(int municipality, int unit) {
        double kind = random.nextDouble();
        if (kind < 0.8) {
            return "o" + municipality;
        }
        return kind < 0.9 ? "oChain" + random.nextInt(12) : "oAlone" + unit;
    }

    private void count(String area) {
        if (parts.containsKey(area)) {
            SEXES.forEach(sex -> RESULTS.forEach(result -> values.put(area + sex + result, sum(area, sex + result))));
        } else {
            draw(area);
        }
        SEXES.forEach(sex -> values.put(area + sex + "all", sum(area + sex, RESULTS)));
        for (String result : RESULTS_AND_ALL) {
            values.put(area + "T" + result, values.get(area + "F" + result) + values.get(area + "M" + result));
        }
    }

    private void draw(String unit) {
        double size = 30 * Math.exp(0.7 * random.nextGaussian());
        double share = Math.min(0.99, Math.max(0.3, 0.85 + 0.1 * random.nextGaussian()));
        for (String sex : SEXES) {
            int pupils = (int) Math.max(0, Math.round(size * (1 + 0.15 * random.nextGaussian())));
            long reached = IntStream.range(0, pupils)
                    .filter(pupil -> random.nextDouble() < share)
                    .count();
            values.put(unit + sex + "reached", reached);
            values.put(unit + sex + "rest", pupils - reached);
        }
    }

    private long sum(String area, String kind) {
        return parts.get(area).stream()
                .mapToLong(part -> values.get(part + kind))
                .sum();
    }

    private long sum(String key, List<String> kinds) {
        return kinds.stream().mapToLong(kind -> values.get(key + kind)).sum();
    }

    private void addCells(String area) {
        for (String sex : SEXES_AND_ALL) {
            long all = values.get(area + sex + "all");
            boolean few = RESULTS.stream().anyMatch(result -> isFew(values.get(area + sex + result)))
                    || all > 0 && all < LEAST_PUPILS;
            RESULTS.forEach(result -> addCell(area, sex + result, few));
            addCell(area, sex + "all", isFew(all));
        }
    }

    private static boolean isFew(long count) {
        return count > 0 && count < FEW;
    }

    /** What many look for is dear. */
    private void addCell(String area, String kind, boolean primary) {
        String name = area + kind;
        BigDecimal value = BigDecimal.valueOf(values.get(name));
        long cost = area.equals(NATION) ? 1000 : area.startsWith("c") ? 100 : area.startsWith("u") ? 1 : 10;
        indices.put(name, cells.size());
        Cell cell = primary ? Cell.primary(name, value, protection) : Cell.free(name, value, cost);
        cells.add(owned ? cell.ownedBy(owners.getOrDefault(area, NOBODY)) : cell);
    }

    private void addUp(String area) {
        if (parts.containsKey(area)) {
            kinds().forEach(kind -> total(
                    area + kind,
                    parts.get(area).stream().map(part -> part + kind).toList()));
        }
        for (String sex : SEXES_AND_ALL) {
            total(area + sex + "all", List.of(area + sex + "reached", area + sex + "rest"));
        }
        for (String result : RESULTS_AND_ALL) {
            total(area + "T" + result, List.of(area + "F" + result, area + "M" + result));
        }
    }

    private static List<String> kinds() {
        return SEXES_AND_ALL.stream()
                .flatMap(sex -> RESULTS_AND_ALL.stream().map(result -> sex + result))
                .toList();
    }

    private void total(String total, List<String> of) {
        equations.add(Equation.ofTotal(total + ", " + equations.size(), indices.get(total), () -> of.stream()
                .map(indices::get)
                .iterator()));
    }
}
