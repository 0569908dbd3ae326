package se.skolkvalitet.indicator.calculation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Plan.CombinationKind;
import se.skolkvalitet.indicator.calculation.Plan.PartKind;
import se.skolkvalitet.indicator.protection.Family;
import se.skolkvalitet.indicator.protection.Family.Division;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;

/**
 * Which figures of pupils have to be protected together: those of which one value is made, of girls, boys and all, and the same
 * figures however they are added up.
 */
final class Families {
    private final Plan plan;
    private final Uses uses;
    private final Map<Integer, Plan.Series> series;
    private final Map<Integer, Plan.Weighing> weighings;
    private final Map<Integer, Plan.Part> parts;
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final SortedMap<Integer, Family> families = new TreeMap<>();
    private final List<OfWanted> wanted = new ArrayList<>();

    private Families(Plan plan) {
        this.plan = plan;
        uses = new Uses(plan);
        series = plan.series().stream().collect(Collectors.toMap(Plan.Series::series, Function.identity()));
        weighings = plan.weighings().stream().collect(Collectors.toMap(Plan.Weighing::weighing, Function.identity()));
        parts = plan.parts().stream()
                .filter(part -> series.get(part.series()).ofPupils())
                .collect(Collectors.toMap(Plan.Part::step, Function.identity()));
        parts.keySet().forEach(step -> parents.put(step, step));
    }

    static Families of(Plan plan) {
        Families families = new Families(plan);
        families.find();
        return families;
    }

    /** To which family a value belongs. */
    @JsonNaming(SnakeCaseStrategy.class)
    record OfWanted(int family, String key, int wanted) {}

    List<Family> families() {
        return List.copyOf(families.values());
    }

    /** A sum of a family, by its step and its name. */
    record OfSum(int family, int step, String name) {}

    List<OfSum> sums() {
        return families.values().stream()
                .flatMap(
                        family -> family.sums().stream().map(sum -> new OfSum(family.number(), sum.step(), sum.name())))
                .toList();
    }

    /** Of all values that are made of figures of pupils. */
    List<OfWanted> wanted() {
        return List.copyOf(wanted);
    }

    /** Of the families of an indicator's values of a school form. */
    SortedSet<String> keys(String indicator, String schoolForm) {
        Map<Integer, String> keys = wanted.stream().collect(Collectors.toMap(OfWanted::wanted, OfWanted::key));
        return plan.values().stream()
                .filter(value -> value.indicator().equals(indicator)
                        && value.schoolForm().equals(schoolForm)
                        && keys.containsKey(value.wanted()))
                .map(value -> keys.get(value.wanted()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void find() {
        plan.values().forEach(value -> join(ofPupils(value)));
        joinWhere(Plan.Part::series);
        joinWhere(part -> ofBothSexes(part));
        Map<Integer, List<Integer>> steps = parts.keySet().stream().sorted().collect(Collectors.groupingBy(this::root));
        List<Plan.Combination> divisions = plan.combinations().stream()
                .filter(combination -> isDivision(combination.kind()))
                .toList();
        steps.forEach((root, ofIt) -> {
            Family family = family(root, ofIt, divisions);
            if (!family.sums().isEmpty()) {
                families.put(root, family);
            }
        });
        plan.values().forEach(value -> ofPupils(value).stream()
                .findFirst()
                .map(step -> families.get(root(step)))
                .ifPresent(family -> wanted.add(new OfWanted(family.number(), family.key(), value.wanted()))));
    }

    private List<Integer> ofPupils(Plan.Wanted value) {
        return uses.parts(value.step())
                .map(Plan.Part::step)
                .filter(parts::containsKey)
                .toList();
    }

    private void joinWhere(Function<Plan.Part, ?> same) {
        parts.values().stream()
                .collect(Collectors.groupingBy(same, Collectors.mapping(Plan.Part::step, Collectors.toList())))
                .values()
                .forEach(this::join);
    }

    private void join(List<Integer> steps) {
        steps.forEach(step -> parents.put(root(step), root(steps.get(0))));
    }

    private int root(int step) {
        int root = step;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        return root;
    }

    private Family family(int number, List<Integer> steps, List<Plan.Combination> divisions) {
        List<Sum> sums = steps.stream()
                .map(parts::get)
                .filter(part -> part.kind() != PartKind.REPORTED)
                .map(this::sum)
                .toList();
        return Family.of(
                number,
                sums,
                divisions.stream()
                        .flatMap(division -> division(division).stream())
                        .filter(division -> steps.contains(division.part().get(0)))
                        .distinct()
                        .toList());
    }

    private Sum sum(Plan.Part part) {
        Plan.Series of = series.get(part.series());
        Plan.Weighing weighing = weighings.get(part.weighing());
        return new Sum(
                part.step(),
                Kind.valueOf(part.kind().name()),
                part.series(),
                Stream.of(ofBothSexes(part), of.sex()).collect(Collectors.joining(" ")),
                ofBothSexes(part),
                of.sex(),
                weighing != null && series.get(weighing.series()).ofPupils());
    }

    /** All that a part is but for the sex. */
    private String ofBothSexes(Plan.Part part) {
        Plan.Weighing weighing = weighings.get(part.weighing());
        return weighing == null
                ? ofBothSexes(series.get(part.series()))
                : "%s (%s, %s by %s)"
                        .formatted(
                                ofBothSexes(series.get(part.series())),
                                part.kind().value(),
                                weighing.latest() ? "latest" : "weighted",
                                ofBothSexes(series.get(weighing.series())));
    }

    private static String ofBothSexes(Plan.Series series) {
        return Stream.of(series.measure(), series.schoolForm(), series.grade(), series.programme())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static boolean isDivision(CombinationKind kind) {
        return kind == CombinationKind.RATIO || kind == CombinationKind.PERCENT || kind == CombinationKind.SHARE;
    }

    /** Empty where one of the two is not a sum of figures of pupils. */
    private Optional<Division> division(Plan.Combination division) {
        List<Plan.Part> part = uses.parts(division.first()).toList();
        List<Plan.Part> whole = uses.parts(division.second()).toList();
        return Stream.concat(part.stream(), whole.stream()).allMatch(one -> parts.containsKey(one.step()))
                ? Optional.of(new Division(
                        part.stream().map(Plan.Part::step).toList(),
                        whole.stream().map(Plan.Part::step).toList(),
                        division.kind() != CombinationKind.RATIO))
                : Optional.empty();
    }
}
