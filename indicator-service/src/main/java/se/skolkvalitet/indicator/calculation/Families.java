package se.skolkvalitet.indicator.calculation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Plan.CombinationKind;
import se.skolkvalitet.indicator.calculation.Plan.PartKind;
import se.skolkvalitet.indicator.protection.Family;
import se.skolkvalitet.indicator.protection.Family.Difference;
import se.skolkvalitet.indicator.protection.Family.Division;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.Family.Whole;

/**
 * Which figures of pupils have to be protected together: those of which one value is made, of girls, boys and all, and the same
 * figures however they are added up.
 */
final class Families {
    private static final String ALL_SEXES = "T";
    private static final int SEXES = 3;

    private final Plan plan;
    private final Uses uses;
    private final Map<Integer, Plan.Series> series;
    private final Map<Integer, Plan.Weighing> weighings;
    private final Map<Integer, Plan.Scope> scopes;
    private final Map<Integer, Plan.Part> parts;
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final SortedMap<Integer, Family> families = new TreeMap<>();
    private final List<OfWanted> wanted = new ArrayList<>();

    private Families(Plan plan) {
        this.plan = plan;
        uses = new Uses(plan);
        series = plan.series().stream().collect(Collectors.toMap(Plan.Series::series, Function.identity()));
        weighings = plan.weighings().stream().collect(Collectors.toMap(Plan.Weighing::weighing, Function.identity()));
        scopes = plan.scopes().stream().collect(Collectors.toMap(Plan.Scope::scope, Function.identity()));
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
        List<Whole> wholes = Stream.concat(ofSexes(), ofGrades()).toList();
        wholes.forEach(whole -> join(
                Stream.concat(Stream.of(whole.step()), whole.parts().stream()).toList()));
        Map<Integer, List<Integer>> steps = parts.keySet().stream().sorted().collect(Collectors.groupingBy(this::root));
        List<Plan.Combination> divisions = plan.combinations().stream()
                .filter(combination -> isDivision(combination.kind()))
                .toList();
        List<Difference> differences = new Differences(plan).all();
        Map<Integer, List<Family.Value>> values = plan.values().stream()
                .flatMap(this::values)
                .distinct()
                .collect(Collectors.groupingBy(value -> root(value.step())));
        steps.forEach((root, ofIt) -> {
            Family family = family(root, ofIt, wholes, divisions, differences, values.getOrDefault(root, List.of()));
            if (!family.sums().isEmpty()) {
                families.put(root, family);
            }
        });
        plan.values().forEach(value -> ofPupils(value).stream()
                .findFirst()
                .map(step -> families.get(root(step)))
                .ifPresent(family -> wanted.add(new OfWanted(family.number(), family.key(), value.wanted()))));
    }

    /** How much units differ is made of what is told of them, whatever is of their area. */
    private Stream<Family.Value> values(Plan.Wanted value) {
        return uses.partsOfTheArea(value.step())
                .filter(part -> parts.containsKey(part.step()) && isProtected(part))
                .map(part -> new Family.Value(part.step(), value.indicator(), value.schoolForm(), value.sex()));
    }

    /** Of a share or an average that nothing weighs nobody knows of how many pupils it is. */
    private boolean isProtected(Plan.Part part) {
        return part.kind() != PartKind.REPORTED || series.get(part.series()).counts();
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

    private Stream<Whole> ofSexes() {
        return summed(PartKind.TOTAL, PartKind.REPORTED, PartKind.MEAN)
                .filter(this::isProtected)
                .collect(Collectors.groupingBy(this::ofBothSexes, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(bySex -> bySex.size() == SEXES)
                .flatMap(bySex ->
                        whole(bySex, part -> series.get(part.series()).sex().equals(ALL_SEXES)));
    }

    /** Where each grade of a measure is asked for, and all together. */
    private Stream<Whole> ofGrades() {
        return summed(PartKind.TOTAL, PartKind.REPORTED)
                .filter(this::isProtected)
                .collect(Collectors.groupingBy(this::ofAllGrades, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(byGrade -> !grades(byGrade).isEmpty())
                .flatMap(byGrade -> byGrade.stream()
                        .filter(part -> series.get(part.series()).grade().isEmpty())
                        .filter(all -> grades(all).equals(grades(byGrade)))
                        .flatMap(all -> whole(byGrade, all::equals)));
    }

    private Stream<Plan.Part> summed(PartKind... kinds) {
        return parts.values().stream().filter(part -> List.of(kinds).contains(part.kind()));
    }

    private static Stream<Whole> whole(List<Plan.Part> all, Predicate<Plan.Part> isWhole) {
        return all.stream()
                .filter(isWhole)
                .map(whole -> new Whole(
                        whole.step(),
                        all.stream()
                                .filter(isWhole.negate())
                                .map(Plan.Part::step)
                                .toList()));
    }

    /** Those that a figure of all grades is about; nobody knows them where it is about whatever a unit has. */
    private Set<String> grades(Plan.Part ofAll) {
        SortedSet<Integer> grades =
                scopes.get(series.get(ofAll.series()).scope()).grades();
        return grades == null ? Set.of() : grades.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private Set<String> grades(List<Plan.Part> byGrade) {
        return byGrade.stream()
                .map(part -> series.get(part.series()).grade())
                .filter(grade -> !grade.isEmpty())
                .collect(Collectors.toSet());
    }

    private String ofAllGrades(Plan.Part part) {
        Plan.Series of = series.get(part.series());
        return String.join(" ", part.kind().value(), of.measure(), of.schoolForm(), of.programme(), of.sex());
    }

    private Family family(
            int number,
            List<Integer> steps,
            List<Whole> wholes,
            List<Plan.Combination> divisions,
            List<Difference> differences,
            List<Family.Value> values) {
        List<Sum> sums = steps.stream()
                .map(parts::get)
                .filter(this::isProtected)
                .map(this::sum)
                .toList();
        return Family.of(
                number,
                sums,
                wholes.stream().filter(whole -> steps.contains(whole.step())).toList(),
                divisions.stream()
                        .flatMap(division -> division(division).stream())
                        .filter(division -> steps.contains(division.part().get(0)))
                        .distinct()
                        .toList(),
                differences.stream()
                        .filter(difference -> steps.contains(difference.of().get(0)))
                        .toList(),
                values);
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
                weighing != null && series.get(weighing.series()).ofPupils(),
                of.inPercent());
    }

    /** All that a part is but for the sex. */
    private String ofBothSexes(Plan.Part part) {
        Plan.Weighing weighing = weighings.get(part.weighing());
        if (weighing == null) {
            String name = ofBothSexes(series.get(part.series()));
            return part.kind() == PartKind.REPORTED && isAddedUp(part) ? name + " (reported)" : name;
        }
        return "%s (%s, %s by %s)"
                .formatted(
                        ofBothSexes(series.get(part.series())),
                        part.kind().value(),
                        weighing.latest() ? "latest" : "weighted",
                        ofBothSexes(series.get(weighing.series())));
    }

    /** Figures that are only reported go by the name of their sum, so that one edition's are another's. */
    private boolean isAddedUp(Plan.Part reported) {
        String name = ofBothSexes(series.get(reported.series()));
        return parts.values().stream()
                .filter(part -> part.kind() == PartKind.TOTAL)
                .anyMatch(part -> ofBothSexes(series.get(part.series())).equals(name));
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
