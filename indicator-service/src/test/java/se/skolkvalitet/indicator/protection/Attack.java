package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.protection.MadeUpCountry.Unit;

/** Works out all that follows from what is told of a country, once or several times. */
final class Attack {
    static final String PASSED = "gr.passed";
    static final String PUPILS = "gr.pupils";

    /** Times how many pupils it is of: that is what adds up. */
    static final String MERIT = "gr.merit";

    static final int LEAST_GROUP = 10;

    private static final List<String> MEASURES = List.of(PASSED, PUPILS, MERIT);
    static final List<String> SEXES = List.of("F", "M", "T");
    private static final Map<String, List<String>> TOLD_BY =
            Map.of("PASSED", List.of(PASSED, PUPILS), "PUPILS", List.of(PUPILS), "MERIT", List.of(MERIT));

    private final List<Knowledge> knowledge = new ArrayList<>();

    private record Knowledge(MadeUpCountry country, Set<Told> told) {}

    /** What a unit has of girls or of boys: once it is another figure, it is another unknown. */
    record Count(String unit, String measure, int sex, Number value) implements Comparable<Count> {
        @Override
        public int compareTo(Count other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return unit + measure + sex + " " + value;
        }
    }

    /** That it is told what an area has of a measure. */
    record Told(String measure, String area, String sex) {
        Map<Count, Long> sum(MadeUpCountry country) {
            Map<Count, Long> sum = new TreeMap<>();
            for (Unit unit : country.units()) {
                for (int one = 0; one < 2; one++) {
                    if (unit.areas().contains(area) && (sex.equals("T") || sex.equals(SEXES.get(one)))) {
                        sum.put(count(unit, measure, one), 1L);
                    }
                }
            }
            return sum;
        }

        long value(MadeUpCountry country) {
            return sum(country).keySet().stream()
                    .mapToLong(count -> count.value().longValue())
                    .sum();
        }
    }

    static Count count(Unit unit, String measure, int sex) {
        long pupils = unit.pupils().get(sex);
        Number value = measure.equals(PUPILS)
                ? pupils
                : measure.equals(PASSED)
                        ? unit.passed().get(sex)
                        : unit.merit().get(sex).multiply(BigDecimal.valueOf(pupils));
        return new Count(unit.code(), measure, sex, value);
    }

    /**
     * What a value tells: whoever knows a share and its interval knows the part and the whole. Those made of several values tell nothing
     * that these do not.
     */
    static Stream<Told> toldBy(Map<String, Object> value) {
        return TOLD_BY.getOrDefault((String) value.get("indicator"), List.of()).stream()
                .map(measure -> new Told(measure, (String) value.get("area"), (String) value.get("sex")));
    }

    /** Learns what is told of the country as it is now. */
    Attack with(MadeUpCountry country, Set<Told> told) {
        knowledge.add(new Knowledge(country, told));
        return this;
    }

    /** Of which areas everybody works out how few they have, who is not told. */
    Set<String> foundOut() {
        return foundOutBy("");
    }

    /** Of which areas that are not all its own an organiser works it out. */
    Set<String> foundOutBy(String organiser) {
        Equations<Count> known = new Equations<>();
        for (Knowledge of : knowledge) {
            of.told().forEach(one -> known.add(one.sum(of.country())));
            of.country().units().stream()
                    .filter(unit -> unit.organiser().equals(organiser))
                    .forEach(unit -> MEASURES.forEach(
                            measure -> List.of(0, 1).forEach(sex -> known.add(Map.of(count(unit, measure, sex), 1L)))));
        }
        Set<String> found = new TreeSet<>();
        for (Knowledge of : knowledge) {
            Set<String> areas = of.country().units().stream()
                    .filter(unit -> !unit.organiser().equals(organiser))
                    .flatMap(unit -> unit.areas().stream())
                    .collect(Collectors.toSet());
            areas.forEach(area -> SEXES.forEach(sex ->
                    few(area, sex, of.country()).filter(known::tell).forEach(sum -> found.add(area + " " + sex))));
        }
        return found;
    }

    /** What must not be told of an area. */
    static Stream<Map<Count, Long>> few(String area, String sex, MadeUpCountry country) {
        Told part = new Told(PASSED, area, sex);
        Told whole = new Told(PUPILS, area, sex);
        long count = part.value(country);
        long all = whole.value(country);
        List<Map<Count, Long>> few = new ArrayList<>();
        if (isFew(count) || all < LEAST_GROUP) {
            few.add(part.sum(country));
        }
        if (all < LEAST_GROUP) {
            few.add(new Told(MERIT, area, sex).sum(country));
        }
        if (isFew(all)) {
            few.add(whole.sum(country));
        }
        if (isFew(all - count)) {
            few.add(rest(whole.sum(country), part.sum(country)));
        }
        return few.stream();
    }

    static Map<Count, Long> rest(Map<Count, Long> whole, Map<Count, Long> part) {
        Map<Count, Long> rest = new TreeMap<>(whole);
        part.forEach((one, factor) -> rest.put(one, -factor));
        return rest;
    }

    static boolean isFew(long count) {
        return count > 0 && count < 5;
    }
}
