package se.skolkvalitet.indicator.protection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.skolkvalitet.kit.text.Term;

/**
 * Figures of pupils of which values are made together, or that tell of each other: parts and wholes, girls and boys. Every
 * value is made of figures of one family, so that each family is protected for itself.
 *
 * @param number of it in a plan
 * @param name what its figures are of
 * @param key the same in each calculation in which it is made of the same, and no other family's
 * @param sums whose figures, of units and of areas, are told
 * @param wholes which sums are others together
 * @param values that tell them
 */
public record Family(
        int number,
        String name,
        String key,
        List<Sum> sums,
        List<Whole> wholes,
        List<Division> divisions,
        List<Difference> differences,
        List<Value> values) {
    /** How figures of units are added up for an area. */
    public enum Kind implements Term {
        /** As they are. */
        TOTAL,
        /** Not at all: an area has what its source tells of it, which is taken for what its units have together. */
        REPORTED,
        /** Each times its weight. */
        MEAN,
        /** By one over each, which no equation tells: an area has its value only where all its units have theirs. */
        HARMONIC;

        /** Whether its figures are counts. */
        boolean isCounted() {
            return this == TOTAL || this == REPORTED;
        }
    }

    /**
     * Figures of a series in one group, added up for areas.
     *
     * @param step by which the calculation knows it
     * @param series whose figures of units they are; the same figures may be added up in several ways
     * @param name which no other sum of a plan has
     * @param bothSexes the name of those that differ in the sex alone
     * @param ofPupils whether a weight is how many pupils a figure is about
     * @param ofShares whether a figure says in percent how many of them have something
     */
    public record Sum(
            int step,
            Kind kind,
            int series,
            String name,
            String bothSexes,
            String sex,
            boolean ofPupils,
            boolean ofShares) {}

    /** A sum that others make together: girls and boys, or all grades. */
    public record Whole(int step, List<Integer> parts) {}

    /**
     * One sum of steps divided by another.
     *
     * @param isShare whether the first is a part of the second, so that there is a rest
     */
    public record Division(List<Integer> part, List<Integer> whole, boolean isShare) {}

    /** Sums of steps that others are taken from, so that who is told both knows how many are left. */
    public record Difference(List<Integer> of, List<Integer> less) {}

    /** That values of an indicator tell a sum, of each area what it has. */
    public record Value(int step, String indicator, String schoolForm, String sex) {}

    public static Family of(
            int number,
            List<Sum> sums,
            List<Whole> wholes,
            List<Division> divisions,
            List<Difference> differences,
            List<Value> values) {
        return new Family(
                number,
                sums.stream().map(Sum::bothSexes).distinct().sorted().collect(Collectors.joining(", ")),
                key(sums, wholes, divisions, differences, values),
                sums,
                wholes,
                divisions,
                differences,
                values);
    }

    private static String key(
            List<Sum> sums,
            List<Whole> wholes,
            List<Division> divisions,
            List<Difference> differences,
            List<Value> values) {
        Map<Integer, String> names = sums.stream().collect(Collectors.toMap(Sum::step, Sum::name));
        String ofSums = sums.stream()
                .map(sum -> sum.name() + (sum.ofPupils() ? " of pupils" : "") + (sum.ofShares() ? " in percent" : ""))
                .sorted()
                .collect(Collectors.joining("; "));
        String ofDivisions = divisions.stream()
                .map(division -> "%s / %s%s"
                        .formatted(
                                names(division.part(), names),
                                names(division.whole(), names),
                                division.isShare() ? " and the rest" : ""))
                .sorted()
                .collect(Collectors.joining("; "));
        String ofDifferences = differences.stream()
                .map(difference -> "%s - %s".formatted(names(difference.of(), names), names(difference.less(), names)))
                .sorted()
                .collect(Collectors.joining("; "));
        String ofWholes = wholes.stream()
                .map(whole -> names.get(whole.step()) + " = " + names(whole.parts(), names))
                .sorted()
                .collect(Collectors.joining("; "));
        String ofValues = values.stream()
                .map(value -> "%s %s %s = %s"
                        .formatted(value.indicator(), value.schoolForm(), value.sex(), names.get(value.step())))
                .sorted()
                .collect(Collectors.joining("; "));
        return UUID.nameUUIDFromBytes("%s: %s: %s: %s: %s"
                        .formatted(ofSums, ofWholes, ofDivisions, ofDifferences, ofValues)
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<String> names(List<Integer> steps, Map<Integer, String> names) {
        return steps.stream().map(names::get).sorted().toList();
    }
}
