package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Figures;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.Register.County;
import se.skolkvalitet.indicator.calculation.Register.Membership;
import se.skolkvalitet.indicator.calculation.Register.Unit;
import se.skolkvalitet.indicator.calculation.Statistics.Observation;
import se.skolkvalitet.indicator.calculation.Statistics.Series;
import se.skolkvalitet.indicator.calculation.World.Indicator;
import se.skolkvalitet.indicator.calculation.World.Measure;
import se.skolkvalitet.indicator.imports.ObservationStatus;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.kit.text.Term;

/** One case, line by line. */
final class WorkedCaseReader {
    private static final String INDICATOR = "case";
    private static final String USUAL_FORM = "grundskola";
    private static final String ALL = "T";
    private static final String NO_PERIOD = "none";

    private static final Pattern MEMBERSHIP =
            Pattern.compile("([U-Z])(?: from (\\d{4}-\\d\\d-\\d\\d))?(?: until (\\d{4}-\\d\\d-\\d\\d))?");
    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?: (\\d)(?:-(\\d))?)?");
    private static final Pattern FIGURES = Pattern.compile("([a-z0-9.-]+(?:\\[[^\\]]+\\])?) (\\S+): (.+)");
    private static final Pattern FIGURE = Pattern.compile("(\\S+) (~?)(\\S+)(?: \\((\\S+) to (\\S+)\\))?");
    private static final Pattern EXPECTED = Pattern.compile("(\\S+) (\\S+?)(?: ([TFM]))?(?: ([a-z-]+))?: (.+)");
    private static final Pattern ANSWER = Pattern.compile("(?:(-?[0-9.]+) )?([a-z-]+)(?: ([a-z-]+))?");
    private static final Pattern BETWEEN = Pattern.compile("between (\\S+) and (\\S+)");
    private static final Pattern INTERVAL = Pattern.compile("interval (\\S+) to (\\S+)");
    private static final Pattern COVERAGE = Pattern.compile("coverage (\\S+)");
    private static final Pattern ROUNDED = Pattern.compile("rounded (\\S+)");
    private static final Pattern ESTIMATE = Pattern.compile("estimate (\\S+)");
    private static final Pattern STANDING =
            Pattern.compile("place (\\d+)( \\(unknown\\)| \\((\\d+) to (\\d+)\\))? among (\\d+) at (\\d+)");
    private static final Pattern COUNTED = Pattern.compile("(\\d+) of (\\d+)");

    private final String title;
    private final List<Unit> units = new ArrayList<>();
    private final List<County> counties = new ArrayList<>();
    private final Map<String, String> kinds = new TreeMap<>();
    private final Map<String, Measure> measures = new TreeMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final Map<Key, Outcome> expected = new HashMap<>();
    private final Set<Level> levels = EnumSet.noneOf(Level.class);
    private final List<SchoolFormChange> formChanges = new ArrayList<>();
    private LeastCoverage leastCoverage = LeastCoverage.USUAL;
    private DisclosureRules disclosure = DisclosureRules.USUAL;
    private Set<String> forms = Set.of(USUAL_FORM);
    private boolean hasArithmetic;
    private boolean inPercent;
    private int decimals = 1;
    private String formula;

    WorkedCaseReader(String title) {
        this.title = title;
    }

    void read(String line) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case ">" -> hasArithmetic = true;
            case "whole" -> readCounties(words[1], true);
            case "partly" -> readCounties(words[1], false);
            case "unit" -> readUnit(words[1]);
            case "kind" -> readKind(words[1].split(" "));
            case "measure" -> readMeasure(words[1].split(" "));
            case "formula" -> formula = words[1];
            case "decimals" -> decimals = Integer.parseInt(words[1]);
            case "in" -> inPercent = words[1].equals("percent");
            case "forms" -> forms = Set.of(words[1].split(", "));
            case "changed" -> readFormChange(words[1].split(" "));
            case "nobody" -> Stream.of(words[1].split(" ")).forEach(this::readOfNobody);
            case "few" -> readFew(words[1].split(" "));
            case "least" -> readLeast(words[1].split(" "));
            case "=" -> readExpected(match(EXPECTED, words[1]));
            case "none" -> readNone(words[1].split(" "));
            default -> readFigures(match(FIGURES, line));
        }
    }

    WorkedCase workedCase() {
        if (!hasArithmetic || levels.isEmpty()) {
            throw new IllegalArgumentException("nothing is worked out in '%s'".formatted(title));
        }
        Formula.parse(formula).figures().forEach(figures -> isAboutAllGrades(figures.measure()));
        return new WorkedCase(
                title,
                new World(
                        new Register(units, counties, kinds),
                        new Statistics(observations),
                        List.copyOf(measures.values()),
                        List.of(new Indicator(INDICATOR, forms, decimals, inPercent, formula)),
                        leastCoverage,
                        disclosure,
                        formChanges),
                expected,
                levels);
    }

    private void readCounties(String codes, boolean whole) {
        Stream.of(codes.split(" ")).map(code -> new County(code, whole)).forEach(counties::add);
    }

    private void readKind(String[] words) {
        Stream.of(words).skip(1).forEach(organiser -> kinds.put(code(organiser), words[0]));
    }

    private void readUnit(String line) {
        String[] parts = line.split(", ");
        String[] where = parts[0].split(" ");
        List<Membership> memberships = new ArrayList<>();
        Set<String> schoolForms = new TreeSet<>();
        Map<String, Set<Integer>> grades = new TreeMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            Matcher membership = MEMBERSHIP.matcher(part);
            if (membership.matches()) {
                memberships.add(
                        new Membership(code(membership.group(1)), day(membership.group(2)), day(membership.group(3))));
            } else {
                MatchResult form = match(FORM, part);
                schoolForms.add(form.group(1));
                if (form.group(2) != null) {
                    grades.put(form.group(1), grades(form.group(2), form.group(3)));
                }
            }
        }
        units.add(new Unit(code(where[0]), where[1], where[1].substring(0, 2), schoolForms, grades, memberships));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Set<Integer> grades(String first, String last) {
        int from = Integer.parseInt(first);
        int to = last == null ? from : Integer.parseInt(last);
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private void readMeasure(String[] words) {
        String[] range = words[2].split("-");
        measures.put(words[0], new Measure(words[0], grades(range[0], range[range.length - 1]), true));
    }

    private void isAboutAllGrades(String measure) {
        measures.putIfAbsent(measure, new Measure(measure, Set.of(), true));
    }

    private void readOfNobody(String measure) {
        measures.put(measure, new Measure(measure, Set.of(), false));
    }

    private void readFew(String[] words) {
        disclosure = new DisclosureRules(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                List.of(words).contains("rounded"),
                DisclosureRules.USUAL.width());
    }

    private void readLeast(String[] words) {
        leastCoverage = new LeastCoverage(new BigDecimal(words[0]), new BigDecimal(words[1]));
    }

    private void readFormChange(String[] words) {
        formChanges.add(new SchoolFormChange(words[0], LocalDate.parse(words[1])));
    }

    private void readFigures(MatchResult line) {
        Figures of = Formula.parse("reported(%s)".formatted(line.group(1)))
                .figures()
                .findFirst()
                .orElseThrow();
        isAboutAllGrades(of.measure());
        Stream.of(line.group(3).split(", "))
                .map(figure -> match(FIGURE, figure))
                .map(figure -> figure(series(of), place(figure.group(1), line.group(2)), figure))
                .forEach(observations::add);
    }

    private static Series series(Figures of) {
        Selection selection = of.selection();
        return new Series(
                of.measure(),
                selection.value(Dimension.FORM, USUAL_FORM),
                selection.value(Dimension.SEX, ALL),
                selection.value(Dimension.GRADE, ""),
                selection.value(Dimension.PROGRAMME, ""));
    }

    private static Observation figure(Series series, Place place, MatchResult figure) {
        return switch (figure.group(3)) {
            case ".." -> new Observation(series, place, null, null, null, ObservationStatus.WITHHELD);
            case "." -> new Observation(series, place, null, null, null, ObservationStatus.MISSING);
            case "*" -> new Observation(series, place, null, null, null, ObservationStatus.NOT_APPLICABLE);
            case "gone" -> new Observation(series, place, null, null, null, ObservationStatus.WITHDRAWN);
            default ->
                new Observation(
                        series,
                        place,
                        new BigDecimal(figure.group(3)),
                        number(figure.group(4)),
                        number(figure.group(5)),
                        figure.group(2).isEmpty() ? ObservationStatus.NORMAL : ObservationStatus.ROUNDED);
        };
    }

    private void readExpected(MatchResult line) {
        Place place = place(line.group(1), line.group(2));
        levels.add(place.level());
        expected.put(
                new Key(
                        INDICATOR,
                        place.level(),
                        place.area(),
                        place.period(),
                        line.group(3) == null ? ALL : line.group(3),
                        line.group(4) == null ? USUAL_FORM : line.group(4)),
                outcome(line.group(5)));
    }

    private void readNone(String[] words) {
        Stream.of(words).skip(1).map(word -> term(Level.class, word)).forEach(levels::add);
    }

    private static Outcome outcome(String text) {
        Told told = new Told(List.of(text.split(", ")));
        MatchResult answer = match(ANSWER, told.parts().get(0));
        return new Outcome(
                number(answer.group(1)),
                told.number(BETWEEN, 1),
                told.number(BETWEEN, 2),
                told.number(INTERVAL, 1),
                told.number(INTERVAL, 2),
                term(ValueStatus.class, answer.group(2)),
                answer.group(3) == null ? null : term(ValueReason.class, answer.group(3)),
                told.number(COVERAGE, 1),
                told.number(ROUNDED, 1),
                told.number(ESTIMATE, 1),
                told.number(COUNTED, 2).intValueExact(),
                told.number(COUNTED, 1).intValueExact(),
                told.standing());
    }

    /** What is told of an outcome, in any order; null is what is not told. */
    private record Told(List<String> parts) {
        Told {
            parts.stream()
                    .skip(1)
                    .filter(part -> Stream.of(BETWEEN, INTERVAL, COVERAGE, ROUNDED, ESTIMATE, COUNTED, STANDING)
                            .noneMatch(pattern -> pattern.matcher(part).matches()))
                    .findFirst()
                    .ifPresent(part -> {
                        throw new IllegalArgumentException("nothing is told by '%s'".formatted(part));
                    });
        }

        private Outcome.Standing standing() {
            BigDecimal place = number(STANDING, 1);
            return place == null
                    ? null
                    : new Outcome.Standing(
                            place.intValueExact(),
                            range(place.intValueExact()),
                            number(STANDING, 5).intValueExact(),
                            number(STANDING, 6).intValueExact());
        }

        /** Where none is told it is the place itself. */
        private Outcome.Range range(int place) {
            if (parts.stream().anyMatch(part -> part.contains("(unknown)"))) {
                return null;
            }
            BigDecimal from = number(STANDING, 3);
            return from == null
                    ? new Outcome.Range(place, place)
                    : new Outcome.Range(
                            from.intValueExact(), number(STANDING, 4).intValueExact());
        }

        private BigDecimal number(Pattern pattern, int group) {
            return parts.stream()
                    .map(pattern::matcher)
                    .filter(Matcher::matches)
                    .flatMap(matcher -> Stream.ofNullable(matcher.group(group)))
                    .map(BigDecimal::new)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Place place(String name, String period) {
        return new Place(level(name), code(name), period.equals(NO_PERIOD) ? "" : period);
    }

    private static Level level(String name) {
        return switch (name.length()) {
            case 1 -> name.charAt(0) < 'U' ? Level.SCHOOL_UNIT : Level.ORGANISER;
            case 2 -> Level.COUNTY;
            case 4 -> Level.MUNICIPALITY;
            default -> Level.NATION;
        };
    }

    /** A is the unit 10000001, X the organiser 5560000004. */
    private static String code(String name) {
        return switch (level(name)) {
            case SCHOOL_UNIT -> "100000%02d".formatted(name.charAt(0) - 'A' + 1);
            case ORGANISER -> "556000000" + (name.charAt(0) - 'U' + 1);
            case MUNICIPALITY, COUNTY -> name;
            case NATION -> Level.NATION_CODE;
        };
    }

    private static <T extends Enum<T> & Term> T term(Class<T> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(term -> term.value().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no %s".formatted(word, type.getSimpleName())));
    }

    private static MatchResult match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' cannot be read".formatted(text));
        }
        return matcher.toMatchResult();
    }
}
