package se.skolkvalitet.certificate.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which values of a release must not tell anything, because its proofs say that a figure of which they are made is withheld. */
public final class WithheldValues {
    private static final String LEVEL = "level";
    private static final String AREA = "area";
    private static final String VALUE = "value";
    private static final String ESTIMATE = "estimate";
    private static final List<String> NUMBERS = List.of(VALUE, "low", "high", ESTIMATE);
    private static final List<String> INTERVAL = List.of("intervalLow", "intervalHigh");
    private static final String REASON = "reason";
    private static final String OTHERS = "others";
    private static final String PERIODS = "..";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final List<String> BOUNDS = List.of("low", "high");

    /** Bounds by the rule are farther apart: where 5 of 10 are few, 50. */
    private static final BigDecimal LEAST_BETWEEN = BigDecimal.valueOf(5);

    private final Map<String, Integer> areas = new HashMap<>();
    private boolean areForOthers;

    /** By period, the areas whose figures are withheld: of each figure that a value is made of. */
    private final Map<Kind, SortedMap<String, List<BitSet>>> withheld = new HashMap<>();

    private record Kind(String indicator, String schoolForm, String sex) {}

    public void add(ProofFile proof) {
        Set<String> told = proof.toldBy().stream().map(ToldBy::figure).collect(Collectors.toSet());
        Map<String, BitSet> byFigure = new HashMap<>();
        proof.table().figures().stream()
                .filter(figure -> figure.isWithheld() && told.contains(ToldBy.figure(figure.name())))
                .forEach(figure -> byFigure.computeIfAbsent(ToldBy.figure(figure.name()), none -> new BitSet())
                        .set(areas.computeIfAbsent(ToldBy.area(figure.name()), none -> areas.size())));
        proof.toldBy().stream()
                .filter(one -> byFigure.containsKey(one.figure()))
                .forEach(one -> withheld.computeIfAbsent(
                                new Kind(one.indicator(), one.schoolForm(), one.sex()), none -> new TreeMap<>())
                        .computeIfAbsent(one.period(), none -> new ArrayList<>())
                        .add(byFigure.get(one.figure())));
    }

    /** Whether a file of a release has its values. */
    public static boolean areIn(String file) {
        return ValueLines.areIn(file);
    }

    /**
     * The values that tell something all the same.
     *
     * @param file its name, which tells whether its lines are CSV or JSON
     * @throws IllegalArgumentException where the file is not as it should be
     */
    public List<String> toldIn(String file, BufferedReader values) throws IOException {
        List<String> told = new ArrayList<>();
        ValueLines.forEach(file, values, line -> {
            areForOthers |= line.apply(REASON).equals(OTHERS);
            if (tells(line) && isWithheld(line)) {
                told.add("'%s' of %s %s, %s, %s, %s, is told, though a proof says that a figure of it is withheld"
                        .formatted(
                                line.apply(ToldBy.INDICATOR),
                                line.apply(LEVEL),
                                line.apply(AREA),
                                line.apply(ToldBy.SCHOOL_FORM),
                                line.apply(ToldBy.SEX),
                                line.apply(ToldBy.PERIOD)));
            }
        });
        return told;
    }

    /** Whether any that it has looked at is withheld for others, of which there has to be a proof. */
    public boolean areForOthers() {
        return areForOthers;
    }

    /** Whether there is no proof that withholds anything. */
    public boolean isOfNone() {
        return withheld.isEmpty();
    }

    private static boolean tells(UnaryOperator<String> line) {
        if (INTERVAL.stream().anyMatch(column -> !line.apply(column).isEmpty())) {
            return true;
        }
        return NUMBERS.stream().anyMatch(column -> !line.apply(column).isEmpty()) && !isNearlyNoneOrAll(line);
    }

    /**
     * That few, or all but few, are in the part that a share is of: everybody knows it by the rule; and what follows of such a share and
     * others, which are told, by bounds that are as far apart.
     */
    private static boolean isNearlyNoneOrAll(UnaryOperator<String> line) {
        if (!line.apply("status").equals("rounded")
                || !line.apply(ESTIMATE).isEmpty()
                || line.apply(VALUE).isEmpty()) {
            return false;
        }
        BigDecimal value = new BigDecimal(line.apply(VALUE));
        return Stream.of(BigDecimal.ZERO, ALL).anyMatch(end -> value.compareTo(end) == 0)
                || isAtAWideBound(value, line);
    }

    private static boolean isAtAWideBound(BigDecimal value, UnaryOperator<String> line) {
        if (BOUNDS.stream().anyMatch(bound -> line.apply(bound).isEmpty())) {
            return false;
        }
        List<BigDecimal> bounds = BOUNDS.stream().map(line).map(BigDecimal::new).toList();
        return bounds.stream().anyMatch(bound -> bound.compareTo(value) == 0)
                && bounds.get(1).subtract(bounds.get(0)).compareTo(LEAST_BETWEEN) >= 0;
    }

    private boolean isWithheld(UnaryOperator<String> line) {
        Integer area = areas.get(line.apply(LEVEL) + " " + line.apply(AREA));
        SortedMap<String, List<BitSet>> ofKind = withheld.get(
                new Kind(line.apply(ToldBy.INDICATOR), line.apply(ToldBy.SCHOOL_FORM), line.apply(ToldBy.SEX)));
        return area != null
                && ofKind != null
                && in(line.apply(ToldBy.PERIOD), ofKind)
                        .flatMap(Collection::stream)
                        .anyMatch(some -> some.get(area));
    }

    /** Of a period, or of several that are taken together, from the first to the last. */
    private static Stream<List<BitSet>> in(String period, SortedMap<String, List<BitSet>> byPeriod) {
        int between = period.indexOf(PERIODS);
        if (between < 0) {
            return Stream.ofNullable(byPeriod.get(period));
        }
        String first = period.substring(0, between);
        String last = period.substring(between + PERIODS.length());
        return byPeriod.entrySet().stream()
                .filter(one ->
                        one.getKey().compareTo(first) >= 0 && one.getKey().compareTo(last) <= 0)
                .map(Map.Entry::getValue);
    }
}
