package se.skolkvalitet.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table of two schools, girls and boys: the girls of the first school tell too much, and with them go all four. */
class CheckerTest {
    private static final int GIRLS_A = 0;
    private static final int BOYS_A = 1;
    private static final int ALL_A = 2;
    private static final int GIRLS_B = 3;
    private static final int BOYS_B = 4;
    private static final int ALL_B = 5;
    private static final int GIRLS = 6;
    private static final int BOYS = 7;
    private static final int ALL = 8;

    private static final PublishedTable TABLE = new PublishedTable(
            List.of(
                    withheld("girls of A", Figure.Status.PRIMARY),
                    withheld("boys of A", Figure.Status.SECONDARY),
                    published("all of A", 8),
                    withheld("girls of B", Figure.Status.SECONDARY),
                    withheld("boys of B", Figure.Status.SECONDARY),
                    published("all of B", 13),
                    published("girls", 10),
                    published("boys", 11),
                    published("all", 21)),
            List.of(
                    Equation.ofTotal("A by sex", ALL_A, List.of(GIRLS_A, BOYS_A)),
                    Equation.ofTotal("B by sex", ALL_B, List.of(GIRLS_B, BOYS_B)),
                    Equation.ofTotal("all by sex", ALL, List.of(GIRLS, BOYS)),
                    Equation.ofTotal("girls by school", GIRLS, List.of(GIRLS_A, GIRLS_B)),
                    Equation.ofTotal("boys by school", BOYS, List.of(BOYS_A, BOYS_B)),
                    Equation.ofTotal("all by school", ALL, List.of(ALL_A, ALL_B))));

    private static final Certificate.Part PART = new Certificate.Part(
            new TreeSet<>(List.of(GIRLS_A)),
            List.of(secondary(BOYS_A), secondary(GIRLS_B), secondary(BOYS_B)),
            new TreeSet<>(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            BigDecimal.ONE,
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(
                    values(Map.of(GIRLS_A, "0", BOYS_A, "8", GIRLS_B, "10", BOYS_B, "3")),
                    values(Map.of(GIRLS_A, "1", BOYS_A, "7", GIRLS_B, "9", BOYS_B, "4"))),
            3,
            2,
            List.of(
                    derivation(Map.of("A by sex", 1L), 1000, BOYS_A, ALL_A),
                    derivation(Map.of("girls by school", 1L), 1000, GIRLS_B, GIRLS)));

    private static Figure published(String name, long value) {
        return new Figure(name, Figure.Status.PUBLISHED, BigDecimal.valueOf(value), 1);
    }

    private static Figure withheld(String name, Figure.Status status) {
        return new Figure(name, status, null, status == Figure.Status.PRIMARY ? 0 : 1);
    }

    private static Certificate.Secondary secondary(int cell) {
        return new Certificate.Secondary(cell, new TreeSet<>(List.of(GIRLS_A)));
    }

    private static SortedMap<Integer, BigDecimal> values(Map<Integer, String> values) {
        SortedMap<Integer, BigDecimal> table = new TreeMap<>();
        values.forEach((cell, value) -> table.put(cell, new BigDecimal(value)));
        return table;
    }

    private static Certificate.Derivation derivation(Map<String, Long> equations, long price, Integer... oneOf) {
        return derivationFor("", equations, price, oneOf);
    }

    private static Certificate.Derivation derivationFor(
            String owner, Map<String, Long> equations, long price, Integer... oneOf) {
        return new Certificate.Derivation(
                GIRLS_A, owner, new TreeMap<>(equations), new TreeSet<>(List.of(oneOf)), price);
    }

    private static List<String> findings(UnaryOperator<Certificate.Part> change) {
        return Checker.check(TABLE, Certificate.of(List.of(change.apply(PART))));
    }

    @Test
    void findsNothingInWhatProvesWhatItShould() {
        assertThat(findings(part -> part)).isEmpty();
    }

    @Test
    void aChangeThatNoEquationNoticesIsEnoughWhereNoWidthIsAsked() {
        assertThat(findings(part -> withChange(part, Map.of(GIRLS_A, 2L, BOYS_A, -2L, GIRLS_B, -2L, BOYS_B, 2L))))
                .isEmpty();
    }

    @Test
    void itIsEnoughWhereThePartSaysThatTablesDoNotShowIt() {
        Certificate.Part part = unproven(GIRLS_A, Map.of(GIRLS_A, 2L, BOYS_A, -2L, GIRLS_B, -2L, BOYS_B, 2L));

        assertThat(findings(none -> part)).isEmpty();
        assertThat(part.byEquations()).containsExactly(GIRLS_A);
    }

    /** Of one table. */
    private static Certificate.Part unproven(int cell, Map<Integer, Long> change) {
        return with(
                withChange(PART, change),
                Map.of(
                        "width",
                        BigDecimal.ONE,
                        "tables",
                        PART.tables().subList(0, 1),
                        "unproven",
                        new TreeSet<>(List.of(cell))));
    }

    static Stream<Arguments> whatIsWrong() {
        return Stream.of(
                wrong("Nothing shows that 'girls of A' is uncertain", part -> unproven(GIRLS_A, Map.of())),
                wrong(
                        "What is told not to be proven is not primary in its part",
                        part -> unproven(BOYS_A, Map.of(GIRLS_A, 1L, BOYS_A, -1L, GIRLS_B, -1L, BOYS_B, 1L))),
                tables(
                        "Nothing shows that 'girls of A' is uncertain",
                        values(Map.of(GIRLS_A, "0", BOYS_A, "8", GIRLS_B, "10", BOYS_B, "3"))),
                tables(
                        "Table 1 does not add up: A by sex",
                        PART.tables().get(0),
                        values(Map.of(GIRLS_A, "1", GIRLS_B, "9", BOYS_B, "4"))),
                tables(
                        "In table 1, 'girls of B' is below zero or has more than 0 decimals",
                        PART.tables().get(0),
                        values(Map.of(GIRLS_A, "11", BOYS_A, "-3", GIRLS_B, "-1", BOYS_B, "14"))),
                tables(
                        "In table 1, 'boys of A' is below zero or has more than 0 decimals",
                        PART.tables().get(0),
                        values(Map.of(GIRLS_A, "0.5", BOYS_A, "7.5", GIRLS_B, "9.5", BOYS_B, "3.5"))),
                tables(
                        "Table 1 is not of the withheld cells of its part",
                        PART.tables().get(0),
                        values(Map.of(GIRLS_A, "1", BOYS_A, "7", GIRLS_B, "9", BOYS_B, "4", ALL, "21"))),
                wrong(
                        "Nothing shows that 'girls of A' is uncertain",
                        part -> with(part, Map.of("width", BigDecimal.valueOf(2)))),
                // One table alone shows nothing, however little is asked of it.
                wrong(
                        "Nothing shows that 'girls of A' is uncertain",
                        part -> with(
                                part,
                                Map.of(
                                        "width",
                                        BigDecimal.ONE.negate(),
                                        "tables",
                                        part.tables().subList(0, 1)))),
                // A thousand times as much is a small number once more.
                wrong(
                        "That it costs at least 18446744073709553 is not proven, but 2000 thousandths",
                        part -> with(part, Map.of("costAtLeast", 18_446_744_073_709_553L))),
                change("Nothing shows that 'girls of A' is uncertain", Map.of()),
                change("The change is noticed: A by sex", Map.of(GIRLS_A, 1L, GIRLS_B, -1L)),
                change(
                        "The change is not of the withheld cells of its part alone",
                        Map.of(GIRLS_A, 1L, GIRLS_B, -1L, ALL_A, 1L, ALL_B, -1L)),
                wrong("'boys of A' is withheld, and is not told of", part -> withSecondary(part, GIRLS_B, BOYS_B)),
                wrong(
                        "'all' is told to be SECONDARY, and is not",
                        part -> withSecondary(part, BOYS_A, GIRLS_B, BOYS_B, ALL)),
                wrong("'girls of B' is told of twice", part -> withSecondary(part, BOYS_A, GIRLS_B, GIRLS_B, BOYS_B)),
                wrong("What is open does not tell 'girls of A'", part -> withOpen(part, Map.of("A by sex", 1L))),
                wrong("What is open does not tell 'girls of A'", part -> withOpen(part, Map.of("A by age", 1L))),
                wrong("What costs 3 is told to cost at least 4", part -> with(part, Map.of("costAtLeast", 4L))),
                wrong(
                        "What is withheld costs 3, and is told to cost 2",
                        part -> with(part, Map.of("cost", 2L, "costAtLeast", 2L))),
                wrong(
                        "That it costs at least 3 is not proven, but 2000 thousandths",
                        part -> with(part, Map.of("cost", 3L, "costAtLeast", 3L))),
                derivations(
                        "A derivation of 'girls of A' does not hold",
                        derivation(Map.of("A by sex", 1L), 1000, BOYS_A),
                        derivation(Map.of("girls by school", 1L), 1000, GIRLS_B, GIRLS)),
                derivations(
                        "A derivation of 'girls of A' does not hold",
                        derivation(Map.of("B by sex", 1L), 1000, GIRLS_B, BOYS_B, ALL_B),
                        derivation(Map.of("girls by school", 1L), 1000, GIRLS_B, GIRLS)),
                // What is paid for a cell twice is taken off again: of each of the two cells a whole.
                derivations(
                        "That it costs at least 2 is not proven, but 0 thousandths",
                        derivation(Map.of("A by sex", 1L), 1000, BOYS_A, ALL_A),
                        derivation(Map.of("A by sex", 1L), 1000, BOYS_A, ALL_A)));
    }

    private static Arguments wrong(String finding, UnaryOperator<Certificate.Part> change) {
        return Arguments.of(finding, change);
    }

    @SafeVarargs
    private static Arguments tables(String finding, SortedMap<Integer, BigDecimal>... tables) {
        return wrong(finding, part -> with(part, Map.of("tables", List.of(tables))));
    }

    private static Arguments derivations(String finding, Certificate.Derivation... derivations) {
        return wrong(finding, part -> with(part, Map.of("derivations", List.of(derivations))));
    }

    private static Arguments change(String finding, Map<Integer, Long> change) {
        return wrong(finding, part -> withChange(part, change));
    }

    private static Certificate.Part withChange(Certificate.Part part, Map<Integer, Long> change) {
        SortedMap<Integer, BigInteger> steps = new TreeMap<>();
        change.forEach((cell, step) -> steps.put(cell, BigInteger.valueOf(step)));
        return with(part, Map.of("width", BigDecimal.ZERO, "change", steps, "tables", List.of()));
    }

    private static Certificate.Part withSecondary(Certificate.Part part, Integer... cells) {
        return with(
                part,
                Map.of("secondary", Stream.of(cells).map(CheckerTest::secondary).toList()));
    }

    private static Certificate.Part withOpen(Certificate.Part part, Map<String, Long> equations) {
        return with(
                part,
                Map.of(
                        "open",
                        List.of(new Certificate.Sum(GIRLS_A, "", new TreeMap<>(equations))),
                        "costAtLeast",
                        0L,
                        "derivations",
                        List.of()));
    }

    /** The same part but for these of its components. */
    private static Certificate.Part with(Certificate.Part part, Map<String, Object> changes) {
        RecordComponent[] components = Certificate.Part.class.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = changes.containsKey(name)
                        ? changes.get(name)
                        : components[i].getAccessor().invoke(part);
            }
            return Certificate.Part.class
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsWrong(String finding, UnaryOperator<Certificate.Part> change) {
        assertThat(findings(change)).contains(finding);
    }

    @Test
    void findsWhatIsPublishedAndDoesNotAddUp() {
        List<Figure> figures = new ArrayList<>(TABLE.figures());
        figures.set(ALL, published("all", 22));

        assertThat(Checker.check(new PublishedTable(figures, TABLE.equations()), Certificate.of(List.of(PART))))
                .containsExactly(
                        "What is published does not add up: all by sex",
                        "What is published does not add up: all by school");
    }

    @Test
    void findsThatWhatStandsInOneEquationIsInSeveralParts() {
        Certificate.Part none = with(PART, Map.of("primary", new TreeSet<Integer>(), "derivations", List.of()));
        Certificate.Part boys = withSecondary(none, BOYS_A, BOYS_B);

        assertThat(Checker.check(TABLE, Certificate.of(List.of(withSecondary(PART, GIRLS_B), boys))))
                .contains("What is withheld is in several parts: A by sex");
    }

    /** Otherwise what has been proven could be told as often as one likes. */
    @Test
    void findsDerivationsInAPartThatTheyAreNotOf() {
        Certificate.Part again = with(
                PART,
                Map.of("primary", new TreeSet<Integer>(), "secondary", List.of(), "tables", List.of(), "cost", 0L));

        assertThat(Checker.check(TABLE, Certificate.of(List.of(PART, again))))
                .contains("A derivation of 'girls of A' does not hold", "What costs 0 is told to cost at least 2");
    }

    @Test
    void findsCostsThatDoNotAddUp() {
        assertThat(Checker.check(TABLE, new Certificate(4, 2, List.of(PART))))
                .containsExactly("The costs of the parts do not add up to those of the whole");
    }

    /** What open figures tell nobody can hide, and it is not asked for. */
    @Test
    void takesWhatOpenFiguresTellAsKnown() {
        PublishedTable table = new PublishedTable(
                List.of(
                        withheld("girls", Figure.Status.PRIMARY),
                        new Figure("boys", Figure.Status.OPEN, BigDecimal.valueOf(5), 0),
                        new Figure("all", Figure.Status.OPEN, BigDecimal.valueOf(8), 0)),
                List.of(Equation.ofTotal("all by sex", 2, List.of(0, 1))));
        Certificate.Part part = with(
                withOpen(PART, Map.of("all by sex", 1L)),
                Map.of("secondary", List.of(), "tables", List.of(values(Map.of(0, "3"))), "cost", 0L));

        assertThat(Checker.check(table, Certificate.of(List.of(part)))).isEmpty();
    }

    /** Of girls, and of boys, how many are left when those who are ill are taken away: nobody is told it. */
    private static List<String> findingsWithUntold(Map<String, Object> different) {
        List<Figure> figures = new ArrayList<>(TABLE.figures());
        figures.add(new Figure("girls of A without the ill", Figure.Status.UNTOLD, null, 0));
        figures.add(published("ill girls of A", 1));
        figures.add(new Figure("girls without the ill", Figure.Status.UNTOLD, null, 0));
        List<Equation> equations = new ArrayList<>(TABLE.equations());
        equations.add(Equation.ofTotal("ill of A", GIRLS_A, List.of(9, 10)));
        equations.add(Equation.ofTotal("ill", GIRLS, List.of(11, 10)));
        return Checker.check(new PublishedTable(figures, equations), Certificate.of(List.of(with(PART, different))));
    }

    @Test
    void whatIsUntoldIsInTheTablesOfItsPart() {
        SortedSet<Integer> untold = new TreeSet<>(List.of(9));
        List<SortedMap<Integer, BigDecimal>> tables = List.of(
                values(Map.of(GIRLS_A, "1", BOYS_A, "7", GIRLS_B, "9", BOYS_B, "4", 9, "0")),
                values(Map.of(GIRLS_A, "2", BOYS_A, "6", GIRLS_B, "8", BOYS_B, "5", 9, "1")));
        List<SortedMap<Integer, BigDecimal>> belowZero =
                List.of(values(Map.of(GIRLS_A, "0", BOYS_A, "8", GIRLS_B, "10", BOYS_B, "3", 9, "-1")), tables.get(1));

        assertThat(findingsWithUntold(Map.of("untold", untold, "tables", tables)))
                .isEmpty();
        assertThat(findingsWithUntold(Map.of("untold", untold, "tables", belowZero)))
                .contains("In table 0, 'girls of A without the ill' is below zero or has more than 0 decimals");
        assertThat(findingsWithUntold(Map.of("untold", untold)))
                .contains("Table 0 is not of the withheld cells of its part");
        assertThat(findingsWithUntold(Map.of()))
                .contains("'girls of A without the ill' is withheld, and is not told of");
    }

    /** Girls and boys, of both of whom there are from one to four, as everybody knows. */
    private static List<String> findingsWhereAllAre(long all, Figure.Status status, Map<String, Long> over) {
        return findingsWhereAllAre(all, status, over, Map.of());
    }

    private static List<String> findingsWhereAllAre(
            long all, Figure.Status status, Map<String, Long> over, Map<String, Object> changes) {
        Ends few = Ends.between(1, 4);
        PublishedTable table = new PublishedTable(
                List.of(
                        new Figure("girls", Figure.Status.PRIMARY, null, 0, "", few),
                        new Figure("boys", Figure.Status.PRIMARY, null, 0, "", few),
                        new Figure("all", status, BigDecimal.valueOf(all), 0)),
                List.of(Equation.ofTotal("all by sex", 2, List.of(0, 1))));
        SortedMap<String, Long> under = new TreeMap<>();
        Certificate.Part part = with(
                PART,
                Map.of(
                        "primary",
                        new TreeSet<>(List.of(0, 1)),
                        "secondary",
                        List.of(),
                        "tables",
                        List.of(values(Map.of(0, "1", 1, "1"))),
                        "change",
                        new TreeMap<>(Map.of(0, BigInteger.ONE, 1, BigInteger.ONE.negate())),
                        "limits",
                        List.of(
                                new Certificate.Limit(0, under, new TreeMap<>(over)),
                                new Certificate.Limit(1, under, new TreeMap<>(over))),
                        "cost",
                        0L,
                        "costAtLeast",
                        0L,
                        "derivations",
                        List.of()));
        return Checker.check(table, Certificate.of(List.of(with(part, changes))));
    }

    /** However wide it is told that others are. */
    @Test
    void whatCannotBeAsUncertainDiffersNevertheless() {
        Map<String, Long> bySex = Map.of("all by sex", 1L);
        Map<String, Object> wide = Map.of("width", BigDecimal.valueOf(1000));
        List<SortedMap<Integer, BigDecimal>> tables =
                List.of(values(Map.of(0, "1", 1, "4")), values(Map.of(0, "2", 1, "3")));

        assertThat(findingsWhereAllAre(5, Figure.Status.PUBLISHED, bySex, wide))
                .contains("Nothing shows that 'girls' is uncertain");
        assertThat(findingsWhereAllAre(
                        5, Figure.Status.OPEN, bySex, Map.of("width", BigDecimal.valueOf(4), "tables", tables)))
                .isEmpty();
        assertThat(findingsWhereAllAre(
                        5,
                        Figure.Status.OPEN,
                        bySex,
                        Map.of("width", BigDecimal.valueOf(4), "tables", tables.subList(0, 1))))
                .contains("Nothing shows that 'girls' is uncertain");
    }

    /** What may be below zero is at the least nothing that anybody knows. */
    @Test
    void whatIsBelowZeroIsNoEndOfOthers() {
        PublishedTable table = new PublishedTable(
                List.of(
                        new Figure("all", Figure.Status.OPEN, BigDecimal.ONE, 0),
                        new Figure("few", Figure.Status.PRIMARY, null, 0, "", Ends.from(1)),
                        new Figure("other", Figure.Status.PUBLISHED, BigDecimal.valueOf(-3), 1)),
                List.of(Equation.ofTotal("all", 0, List.of(1, 2))));
        Certificate.Part part = with(
                PART,
                Map.of(
                        "primary", new TreeSet<>(List.of(1)),
                        "secondary", List.of(),
                        "tables", List.of(values(Map.of(1, "4"))),
                        "limits", List.of(new Certificate.Limit(1, new TreeMap<>(), new TreeMap<>(Map.of("all", 1L)))),
                        "cost", 0L,
                        "costAtLeast", 0L,
                        "derivations", List.of()));

        assertThat(Checker.check(table, Certificate.of(List.of(part))))
                .contains("Nothing shows that 'few' cannot be more uncertain");
    }

    /** Where equations tell it exactly, it does not help that its ends do as well. */
    @Test
    void whatOpenFiguresAndEndsTellIsNotToldByEquations() {
        assertThat(findingsWhereAllAre(
                        2, Figure.Status.OPEN, Map.of("all by sex", 1L), Map.of("change", new TreeMap<>())))
                .contains("Nothing shows that 'girls' is uncertain");
    }

    @Test
    void whatIsWithheldForOthersIsToldOfThoughItStandsInNoEquation() {
        List<Figure> figures = new ArrayList<>(TABLE.figures());
        figures.add(withheld("cost", Figure.Status.SECONDARY));

        assertThat(Checker.check(new PublishedTable(figures, TABLE.equations()), Certificate.of(List.of(PART))))
                .containsExactly("'cost' is withheld, and is not told of");
    }

    @Test
    void aDerivationHasCellsOneOfWhichHasToBeWithheld() {
        PublishedTable table = new PublishedTable(
                List.of(
                        new Figure("A", Figure.Status.PRIMARY, null, 0),
                        new Figure("B", Figure.Status.SECONDARY, null, 1, "X", Ends.UNKNOWN),
                        new Figure("all", Figure.Status.OPEN, BigDecimal.TEN, 0),
                        new Figure("C", Figure.Status.PUBLISHED, BigDecimal.ONE, 60),
                        new Figure("D", Figure.Status.PUBLISHED, BigDecimal.ONE, 60)),
                List.of(Equation.ofTotal("all", 2, List.of(0, 1)), Equation.ofTotal("C is D", 3, List.of(4))));
        Certificate.Sum known = new Certificate.Sum(0, "X", new TreeMap<>(Map.of("all", 1L)));
        Certificate.Part part = with(
                PART,
                Map.of(
                        "primary",
                        new TreeSet<>(List.of(0)),
                        "secondary",
                        List.of(new Certificate.Secondary(1, new TreeSet<>(List.of(0)))),
                        "tables",
                        List.of(values(Map.of(0, "1", 1, "9")), values(Map.of(0, "2", 1, "8"))),
                        "change",
                        new TreeMap<>(Map.of(0, BigInteger.ONE, 1, BigInteger.ONE.negate())),
                        "owners",
                        new TreeMap<>(Map.of(
                                "X",
                                new Certificate.OwnChange(
                                        BigInteger.ONE,
                                        new TreeMap<>(Map.of(0, BigInteger.ONE.negate(), 1, BigInteger.ONE))))),
                        "open",
                        List.of(known),
                        "cost",
                        1L,
                        "costAtLeast",
                        0L,
                        "derivations",
                        List.of()));

        assertThat(Checker.check(table, Certificate.of(List.of(part)))).isEmpty();
        // To X it is told by what is open, and to everybody by nothing that is free.
        assertThat(Stream.of(
                        derivationFor("X", Map.of("all", 1L), 50_000),
                        derivationFor("X", Map.of("all", 1L, "C is D", 1L), 50_000, 3, 4),
                        derivationFor("", Map.of("all", 1L), 50_000)))
                .allSatisfy(derivation -> assertThat(Checker.check(
                                table, Certificate.of(List.of(with(part, Map.of("derivations", List.of(derivation)))))))
                        .contains("A derivation of 'A' does not hold"));
    }

    @Test
    void whatCannotBeUncertainByOpenFiguresAndEndsNeedNotBe() {
        String limited = "Nothing shows that 'girls' cannot be more uncertain";
        Map<String, Long> bySex = Map.of("all by sex", 3L);

        assertThat(findingsWhereAllAre(2, Figure.Status.OPEN, bySex)).isEmpty();
        assertThat(findingsWhereAllAre(5, Figure.Status.OPEN, bySex))
                .contains(limited, "Nothing shows that 'girls' is uncertain");
        assertThat(findingsWhereAllAre(2, Figure.Status.OPEN, Map.of())).contains(limited);
        assertThat(findingsWhereAllAre(2, Figure.Status.OPEN, Map.of("all by school", 1L)))
                .contains(limited);
        // It might have been withheld.
        assertThat(findingsWhereAllAre(2, Figure.Status.PUBLISHED, bySex)).contains(limited);
    }

    /** Where everybody knows that cells from one to so many are primary, and no others. */
    private static List<String> findingsByRule(long most, Certificate.Part part) {
        List<Figure> figures = TABLE.figures().stream()
                .map(figure -> new Figure(
                        figure.name(),
                        figure.status(),
                        figure.value(),
                        figure.cost(),
                        figure.owner(),
                        switch (figure.status()) {
                            case PRIMARY -> Ends.between(1, most);
                            case SECONDARY -> Ends.from(most + 1);
                            default -> Ends.UNKNOWN;
                        }))
                .toList();
        return Checker.check(new PublishedTable(figures, TABLE.equations()), Certificate.of(List.of(part)));
    }

    @Test
    void tablesHaveToBeWhereEverybodyKnowsThatFiguresLie() {
        Certificate.Part byTheRule = with(
                PART,
                Map.of(
                        "tables",
                        List.of(
                                values(Map.of(GIRLS_A, "2", BOYS_A, "6", GIRLS_B, "8", BOYS_B, "5")),
                                values(Map.of(GIRLS_A, "3", BOYS_A, "5", GIRLS_B, "7", BOYS_B, "6")))));

        assertThat(findingsByRule(4, byTheRule)).isEmpty();
        assertThat(findingsByRule(4, PART))
                .contains(
                        "In table 0, 'girls of A' is not between the ends where everybody knows it to be",
                        "In table 0, 'boys of B' is not between the ends where everybody knows it to be",
                        "Nothing shows that 'girls of A' is uncertain");
        assertThat(findingsByRule(2, byTheRule))
                .contains("In table 1, 'girls of A' is not between the ends where everybody knows it to be");
        assertThat(findingsByRule(4, with(byTheRule, Map.of("width", BigDecimal.ZERO))))
                .contains("A change shows nothing to somebody who knows between which ends figures lie");
    }

    /** Where everybody knows that so many boys or more are at the first school, or none. */
    private static List<String> findingsWhereBoysAreNoneOrFrom(long least) {
        List<Figure> figures = TABLE.figures().stream()
                .map(figure -> figure.name().equals("boys of A")
                        ? new Figure(figure.name(), figure.status(), null, 1, "", Ends.noneOrFrom(least))
                        : figure)
                .toList();
        Certificate.Part part = with(
                PART,
                Map.of(
                        "tables",
                        List.of(
                                values(Map.of(GIRLS_A, "8", BOYS_A, "0", GIRLS_B, "2", BOYS_B, "11")),
                                values(Map.of(GIRLS_A, "3", BOYS_A, "5", GIRLS_B, "7", BOYS_B, "6")))));
        return Checker.check(new PublishedTable(figures, TABLE.equations()), Certificate.of(List.of(part)));
    }

    @Test
    void whatIsNoneOrFromSoMuchIsNothingBetween() {
        assertThat(findingsWhereBoysAreNoneOrFrom(5)).isEmpty();
        assertThat(findingsWhereBoysAreNoneOrFrom(6))
                .contains("In table 1, 'boys of A' is not between the ends where everybody knows it to be");
    }

    /** Where the second school knows its own figures: of the girls' total less its own it can work out those of the first. */
    private static List<String> findingsToTheSecondSchool(Map<String, Object> different, Integer... open) {
        List<Figure> figures = new ArrayList<>(TABLE.figures());
        for (int cell : List.of(GIRLS_B, BOYS_B)) {
            figures.set(
                    cell,
                    new Figure(TABLE.figures().get(cell).name(), Figure.Status.SECONDARY, null, 1, "B", Ends.UNKNOWN));
        }
        for (int cell : open) {
            Figure known = figures.get(cell);
            figures.set(cell, new Figure(known.name(), Figure.Status.OPEN, known.value(), 0));
        }
        Certificate.Part part = withChange(PART, Map.of(GIRLS_A, 2L, BOYS_A, -2L, GIRLS_B, -2L, BOYS_B, 2L));
        return Checker.check(
                new PublishedTable(figures, TABLE.equations()), Certificate.of(List.of(with(part, different))));
    }

    private static Map<String, Object> changeForTheSecondSchool(long times, Map<Integer, Long> plus) {
        SortedMap<Integer, BigInteger> added = new TreeMap<>();
        plus.forEach((cell, value) -> added.put(cell, BigInteger.valueOf(value)));
        return Map.of(
                "owners", new TreeMap<>(Map.of("B", new Certificate.OwnChange(BigInteger.valueOf(times), added))));
    }

    @Test
    void findsWhatAnOwnerCanWorkOutByHisOwn() {
        String his = "The change for 'B' is of cells that are his";
        String uncertain = "Nothing shows that 'girls of A' is uncertain to 'B'";

        assertThat(findingsToTheSecondSchool(Map.of())).containsExactly(his);
        assertThat(findingsToTheSecondSchool(changeForTheSecondSchool(0, Map.of(GIRLS_A, 1L))))
                .contains(his);
        assertThat(findingsToTheSecondSchool(
                        changeForTheSecondSchool(1, Map.of(GIRLS_A, -2L, BOYS_A, 2L, GIRLS_B, 2L, BOYS_B, -2L))))
                .containsExactly(uncertain);
        assertThat(findingsToTheSecondSchool(changeForTheSecondSchool(3, Map.of(GIRLS_B, 6L, BOYS_B, -6L))))
                .contains("The change for 'B' is noticed: girls by school")
                .doesNotContain(his, uncertain);
        assertThat(findingsToTheSecondSchool(changeForTheSecondSchool(1, Map.of(ALL, 1L))))
                .contains("The change for 'B' is not of the withheld cells of its part alone");
    }

    /** What all girls are everybody can read, but not in this table. */
    @Test
    void findsWhatAnOwnerIsSaidToKnowAndDoesNot() {
        List<Certificate.Sum> known =
                List.of(new Certificate.Sum(GIRLS_A, "B", new TreeMap<>(Map.of("girls by school", 1L))));

        assertThat(findingsToTheSecondSchool(Map.of("open", known)))
                .contains("What is open, and his own, does not tell 'girls of A' to 'B'");
        assertThat(findingsToTheSecondSchool(Map.of("open", known), GIRLS))
                .doesNotContain("What is open, and his own, does not tell 'girls of A' to 'B'");
    }

    @Test
    void whatAnOwnerKnowsAnywayNeedNotBeUncertainToHim() {
        Map<String, Object> unchanged =
                changeForTheSecondSchool(1, Map.of(GIRLS_A, -2L, BOYS_A, 2L, GIRLS_B, 2L, BOYS_B, -2L));
        Map<String, Object> known = new HashMap<>(unchanged);
        known.put("open", List.of(new Certificate.Sum(GIRLS_A, "B", new TreeMap<>(Map.of("girls by school", 1L)))));

        assertThat(findingsToTheSecondSchool(unchanged, GIRLS))
                .contains("Nothing shows that 'girls of A' is uncertain to 'B'");
        assertThat(findingsToTheSecondSchool(known, GIRLS))
                .doesNotContain("Nothing shows that 'girls of A' is uncertain to 'B'");
    }

    /** It needs no cell to be withheld that is his, as he knows it anyway. */
    @Test
    void whatAnOwnerWorksOutProvesWhatHasToBeWithheld() {
        String doesNotHold = "A derivation of 'girls of A' does not hold";

        assertThat(findingsToTheSecondSchool(Map.of(
                        "derivations",
                        List.of(
                                derivation(Map.of("A by sex", 1L), 1000, BOYS_A, ALL_A),
                                derivationFor("B", Map.of("girls by school", 1L), 1000, GIRLS)))))
                .doesNotContain(doesNotHold);
        assertThat(findingsToTheSecondSchool(
                        Map.of("derivations", List.of(derivation(Map.of("girls by school", 1L), 1000, GIRLS)))))
                .contains(doesNotHold);
        assertThat(findingsToTheSecondSchool(
                        Map.of("derivations", List.of(derivationFor("A", Map.of("girls by school", 1L), 1000, GIRLS)))))
                .contains(doesNotHold);
    }
}
