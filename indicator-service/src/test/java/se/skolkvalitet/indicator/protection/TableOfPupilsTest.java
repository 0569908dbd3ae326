package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.PublishedTable;
import se.skolkvalitet.disclosure.Cell;
import se.skolkvalitet.disclosure.Protection;
import se.skolkvalitet.disclosure.Table;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Difference;
import se.skolkvalitet.indicator.protection.Family.Division;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.Family.Whole;
import se.skolkvalitet.indicator.protection.Places.Place;

/** Units 1 and 2 of organiser 11 and unit 3 of organiser 12 are in municipality 21, unit 4 of 12 in 22; both in county 31. */
class TableOfPupilsTest {
    private static final Places PLACES = new Places(List.of(
            new Place(1, "1", 11, "O11", 21, 31, 99),
            new Place(2, "2", 11, "O11", 21, 31, 99),
            new Place(3, "3", 12, "O12", 21, 31, 99),
            new Place(4, "4", 12, "O12", 22, 31, 99)));

    private static final int PASSED = 1;
    private static final int PUPILS = 2;

    private final List<Sum> sums = new ArrayList<>(List.of(total(PASSED, "passed"), total(PUPILS, "pupils")));
    private final List<Whole> wholes = new ArrayList<>();
    private final List<Division> divisions = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final List<FigureOfPupils> figures = new ArrayList<>();
    private final List<EarlierTable> earlier = new ArrayList<>();
    private final Set<String> unknown = new HashSet<>();

    private static Sum total(int step, String name) {
        return new Sum(step, Kind.TOTAL, step, name, name, "T", false, false);
    }

    @Test
    void unitsMakeOrganisersAndMunicipalitiesAndTheseMakeCountiesAndTheNation() {
        figures(
                PASSED,
                Map.of(
                        1, "10", 2, "20", 3, "30", 4, "40", 11, "30", 12, "70", 21, "60", 22, "40", 31, "100", 99,
                        "100"));

        assertThat(equations())
                .containsExactlyInAnyOrder(
                        "passed 11 = passed 1 + passed 2",
                        "passed 12 = passed 3 + passed 4",
                        "passed 21 = passed 1 + passed 2 + passed 3",
                        "passed 22 = passed 4",
                        "passed 31 = passed 21 + passed 22",
                        "passed 99 = passed 31");
    }

    @Test
    void whereAnAreaIsNotToldItsUnitsMakeTheNextLarger() {
        figures(PASSED, Map.of(1, "10", 2, "20", 3, "30", 4, "40", 22, "40", 99, "100"));

        assertThat(equations())
                .containsExactlyInAnyOrder(
                        "passed 22 = passed 4", "passed 99 = passed 1 + passed 2 + passed 3 + passed 22");
    }

    @Test
    void whatAnAreaHasBesideItsUnitsEverybodyIsTakenToKnow() {
        figures(PASSED, Map.of(1, "10", 2, "20", 11, "33"));

        Table table = table();

        assertThat(equations()).containsExactly("passed 11 = passed 1 + passed 2 + 3 more");
        assertThat(table.cells().get(3).kind()).isEqualTo(Cell.Kind.OPEN);
    }

    /** Also where an earlier release took it as known. */
    @Test
    void unlessItIsSaidThatNobodyKnowsIt() {
        figures(PASSED, Map.of(1, "10", 2, "20", 11, "33"));
        published(Map.of());
        figures(PASSED, Map.of(1, "10", 2, "20", 11, "33"));
        unknown.add("passed of organiser 11, its parts together, and what else there is");

        assertThat(table().cells()).hasSize(4).last().extracting(Cell::kind).isEqualTo(Cell.Kind.UNTOLD);
    }

    @Test
    void whatAnAreaLacksOfItsUnitsEverybodyIsTakenToKnow() {
        figures(PASSED, Map.of(1, "10", 2, "20", 11, "28.5"));

        assertThat(equations()).containsExactly("passed 11 = passed 1 + passed 2 - 1.5 more");
    }

    @Test
    void girlsAndBoysMakeAll() {
        girlsBoysAndAll();
        figures(1, Map.of(1, "10", 2, "20", 3, "5"));
        figures(2, Map.of(1, "6", 2, "9"));
        figures(3, Map.of(1, "4"));

        assertThat(equations())
                .containsExactly(
                        "passed T 1 = passed F 1 + passed M 1",
                        "passed T 2 = passed F 2 + passed T 2, passed F 2 together, and the others");
    }

    private void girlsBoysAndAll() {
        sums.clear();
        sums.add(new Sum(1, Kind.TOTAL, 1, "passed T", "passed", "T", false, false));
        sums.add(new Sum(2, Kind.TOTAL, 2, "passed F", "passed", "F", false, false));
        sums.add(new Sum(3, Kind.TOTAL, 3, "passed M", "passed", "M", false, false));
        wholes.add(new Whole(1, List.of(2, 3)));
    }

    @Test
    void oneToFourAreFewAndTheOthersAreNot() {
        figures(PASSED, Map.of(1, "4", 2, "5", 3, "0", 4, "0.5"));

        assertThat(primaries()).containsExactlyInAnyOrder("passed 1", "passed 4");
    }

    @Test
    void ofASmallGroupNoPartIsTold() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "0", 2, "6", 3, "6"));
        figures(PUPILS, Map.of(1, "9", 2, "12", 3, "13"));

        assertThat(primaries()).containsExactly("passed 1", "pupils 1 without passed 1");
    }

    @Test
    void nothingTellsARestOfFew() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "26", 2, "25", 3, "30"));
        figures(PUPILS, Map.of(1, "30", 2, "30", 3, "30"));

        assertThat(primaries()).containsExactly("pupils 1 without passed 1");
        assertThat(equations())
                .containsExactly(
                        "pupils 1 without passed 1 = - passed 1 + pupils 1",
                        "pupils 2 without passed 2 = - passed 2 + pupils 2",
                        "pupils 3 without passed 3 = - passed 3 + pupils 3");
        assertThat(table().cells().stream().skip(6).map(Cell::kind))
                .containsExactly(Cell.Kind.PRIMARY, Cell.Kind.UNTOLD, Cell.Kind.UNTOLD);
    }

    @Test
    void everybodyKnowsThatAShareIsNotOfFewWhereItIsNot() {
        sums.add(total(3, "other"));
        divisions.add(new Division(List.of(PASSED, 3), List.of(PUPILS), false));
        figures(PASSED, Map.of(1, "2", 2, "0"));
        figures(3, Map.of(1, "4", 2, "0"));
        figures(PUPILS, Map.of(1, "70", 2, "70"));

        assertThat(table().cells().stream().skip(6).map(cell -> shortened(cell.name()) + ": " + told(cell)))
                .containsExactly("passed 1 and other 1: none or 5 to null", "passed 2 and other 2: none or 5 to null");
    }

    /** A share of several figures together, which nobody is told. */
    @Test
    void everybodyKnowsWhetherAGroupOfSeveralFiguresIsSmall() {
        sums.add(total(3, "failed"));
        divisions.add(new Division(List.of(PASSED), List.of(PASSED, 3), true));
        figures(PASSED, Map.of(1, "5", 2, "20", 3, "1"));
        figures(3, Map.of(1, "3", 2, "30", 3, "2"));

        assertThat(table().cells().stream().skip(6).map(cell -> shortened(cell.name()) + ": " + told(cell)))
                .containsExactlyInAnyOrder(
                        "passed 1 and failed 1: 5 to 9",
                        "passed 2 and failed 2: 10 to null",
                        "passed 3 and failed 3: 1 to 4");
        assertThat(table().cells().stream().skip(6).filter(Cell::isPrimary).map(cell -> shortened(cell.name())))
                .containsExactly("passed 3 and failed 3");
    }

    /** Also where it is not of few, as the part of a large group that it is too. */
    @Test
    void whatIsHiddenForOneReasonIsHidden() {
        sums.add(total(3, "other"));
        sums.add(total(4, "failed"));
        divisions.add(new Division(List.of(PASSED, 3), List.of(PUPILS), false));
        divisions.add(new Division(List.of(4), List.of(PASSED, 3, 4), true));
        figures(PASSED, Map.of(1, "2"));
        figures(3, Map.of(1, "4"));
        figures(4, Map.of(1, "2"));
        figures(PUPILS, Map.of(1, "70"));

        assertThat(table().cells().stream()
                        .filter(cell -> shortened(cell.name()).equals("passed 1 and other 1"))
                        .filter(Cell::isPrimary)
                        .map(TableOfPupilsTest::told))
                .containsExactly("none or 5 to 9");
    }

    /** Who has seen that it was one of few knows it still, though now its group is small. */
    @Test
    void whereAFigureLiesIsKnownFromEarlierReleases() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "3", 2, "20"));
        figures(PUPILS, Map.of(1, "12", 2, "40"));
        published(Map.of(1, Figure.Status.PRIMARY));
        figures(PASSED, Map.of(1, "3", 2, "20"));
        figures(PUPILS, Map.of(1, "8", 2, "40"));

        assertThat(told(table().cells().get(0))).isEqualTo("1 to 4");
        earlier.clear();
        assertThat(told(table().cells().get(0))).isEqualTo("0 to 9");
    }

    @Test
    void whatIsNoPartHasNoRest() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), false));
        figures(PASSED, Map.of(1, "26"));
        figures(PUPILS, Map.of(1, "30"));

        assertThat(primaries()).isEmpty();
    }

    @Test
    void ofASmallGroupNothingIsToldThatIsInAPart() {
        sums.add(total(3, "other"));
        divisions.add(new Division(List.of(PASSED, 3), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "0"));
        figures(3, Map.of(1, "0"));
        figures(PUPILS, Map.of(1, "7"));

        assertThat(primaries()).containsExactly("passed 1", "other 1", "pupils 1 without passed 1 and other 1");
    }

    @Test
    void nothingTellsASumOfFew() {
        sums.add(total(3, "other"));
        divisions.add(new Division(List.of(PASSED, 3), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "2"));
        figures(3, Map.of(1, "1"));
        figures(PUPILS, Map.of(1, "70"));

        assertThat(primaries()).containsExactly("passed 1", "other 1", "passed 1 and other 1");
    }

    @Test
    void everybodyKnowsByWhichRuleACountIsWithheld() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "3", 2, "6", 3, "0", 4, "48"));
        figures(PUPILS, Map.of(1, "12", 2, "9", 3, "20", 4, "50"));

        assertThat(table().cells().stream().map(cell -> shortened(cell.name()) + ": " + told(cell)))
                .containsExactly(
                        "passed 1: 1 to 4",
                        "passed 2: 0 to 9",
                        "passed 3: OPEN",
                        "passed 4: 5 to null",
                        "pupils 1: 10 to null",
                        "pupils 2: 5 to 9",
                        "pupils 3: 10 to null",
                        "pupils 4: 10 to null",
                        "pupils 1 without passed 1: none or 5 to null",
                        "pupils 2 without passed 2: 0 to 9",
                        "pupils 3 without passed 3: none or 5 to null",
                        "pupils 4 without passed 4: 1 to 4");
        assertThat(table().cells().stream().filter(Cell::isPrimary).map(Cell::protection))
                .containsOnly(Protection.ofWidth(BigDecimal.ONE));
    }

    private static String told(Cell cell) {
        return cell.kind() == Cell.Kind.OPEN
                ? "OPEN"
                : (cell.ends().orNone() ? "none or " : "") + cell.ends().least() + " to "
                        + cell.ends().most();
    }

    /** A part that is more than its whole. */
    @Test
    void nobodyKnowsWhereFiguresLieThatContradictEachOther() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "12"));
        figures(PUPILS, Map.of(1, "8"));

        assertThat(primaries()).containsExactly("passed 1");
        assertThat(table().cells().get(0).ends()).isEqualTo(Ends.UNKNOWN);
    }

    @Test
    void nothingIsAskedButEquationsOfWhatIsNotCounted() {
        figures(PASSED, Map.of(1, "3", 2, "20.5", 3, "0"));

        assertThat(table().cells()).allSatisfy(cell -> assertThat(cell.ends()).isEqualTo(Ends.UNKNOWN));
        assertThat(table().cells().get(0).protection()).isEqualTo(Protection.LEAST);
        assertThat(table().cells().get(2).kind()).isEqualTo(Cell.Kind.FREE);
    }

    @Test
    void whatSourcesPublishIsOpenAndWhatIsMadeOfItToo() {
        figures.add(figure(PASSED, 1, "3", null, true));
        figures.add(figure(PASSED, 2, "8", null, true));
        figures.add(figure(PASSED, 3, "2", null, false));
        figures(PASSED, Map.of(11, "11", 21, "13"));

        assertThat(table().cells().stream().map(Cell::kind))
                .containsExactly(Cell.Kind.OPEN, Cell.Kind.OPEN, Cell.Kind.PRIMARY, Cell.Kind.OPEN, Cell.Kind.FREE);
    }

    @Test
    void aRestThatSourcesTellIsNotHidden() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures.add(figure(PASSED, 1, "26", null, true));
        figures.add(figure(PUPILS, 1, "30", null, true));

        assertThat(table().cells()).hasSize(2);
    }

    @Test
    void anOrganiserKnowsItsUnitsAndTheAreasThatAreAllItsOwn() {
        figures(PASSED, Map.of(1, "10", 2, "20", 3, "30", 4, "40", 11, "30", 21, "60", 22, "40", 31, "100"));

        Map<String, String> owners =
                table().cells().stream().collect(Collectors.toMap(cell -> shortened(cell.name()), Cell::owner));

        assertThat(owners)
                .containsEntry("passed 1", "O11")
                .containsEntry("passed 11", "O11")
                .containsEntry("passed 22", "O12")
                .containsEntry("passed 21", "")
                .containsEntry("passed 31", "");
    }

    @Test
    void theLargerAnAreaTheDearerItIs() {
        figures(PASSED, Map.of(1, "10", 11, "10", 21, "10", 31, "10", 99, "10"));

        assertThat(table().cells().stream().limit(5).map(Cell::cost)).containsExactly(2L, 20L, 20L, 200L, 2000L);
    }

    @Test
    void ofFewPupilsNoMeanIsToldThatIsWeightedByThem() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "merit", "merit", "T", true, false));
        figures.add(figure(1, 1, "1800", "9", false));
        figures.add(figure(1, 2, "2100", "10", false));
        figures.add(figure(1, 11, "3900", "19", false));

        assertThat(primaries()).containsExactly("merit 1");
        assertThat(equations()).containsExactly("merit 11 = merit 1 + merit 2");
    }

    @Test
    void aWeightThatCountsNoPupilsHidesNobody() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "merit", "merit", "T", false, false));
        figures.add(figure(1, 1, "1800", "9", false));

        assertThat(primaries()).isEmpty();
    }

    /** 20 are boys, 23 are all. */
    @Test
    void girlsAreAllButTheBoysWhereNothingIsToldOfGirls() {
        girlsBoysAndAll();
        figures.clear();
        figures(1, Map.of(1, "23", 2, "40"));
        figures(3, Map.of(1, "20", 2, "20"));

        assertThat(primaries()).containsExactly("passed T 1, passed M 1 together, and the others");
        assertThat(table().cells().stream().filter(cell -> cell.kind() == Cell.Kind.UNTOLD))
                .extracting(cell -> shortened(cell.name()))
                .containsExactly("passed T 2, passed M 2 together, and the others");
    }

    @Test
    void noGirlsAreKnownToBeNone() {
        girlsBoysAndAll();
        figures(1, Map.of(1, "20"));
        figures(3, Map.of(1, "20"));

        assertThat(table().cells().stream().map(Cell::kind))
                .containsExactly(Cell.Kind.FREE, Cell.Kind.FREE, Cell.Kind.OPEN);
    }

    /** Seven girls, of whom six have passed, and one has not. */
    @Test
    void ofASmallGroupOfWhomNothingIsToldEverythingIsHidden() {
        ofAllAndBoysThatHavePassed("40", "33", "30", "24");

        assertThat(primaries())
                .contains(
                        "passed T 1, passed M 1 together, and the others",
                        "pupils T 1, pupils M 1 together, and the others without passed T 1, passed M 1 together, and the others");
    }

    /** Twelve girls, of whom eleven have passed. */
    @Test
    void ofALargerOneTheRestIsHiddenWhereItIsOfFew() {
        ofAllAndBoysThatHavePassed("45", "33", "35", "24");

        assertThat(primaries())
                .containsExactly(
                        "pupils T 1, pupils M 1 together, and the others without passed T 1, passed M 1 together, and the others");
    }

    private void ofAllAndBoysThatHavePassed(String pupils, String boys, String passed, String boysPassed) {
        girlsBoysAndAll();
        sums.add(new Sum(4, Kind.TOTAL, 4, "pupils T", "pupils", "T", false, false));
        sums.add(new Sum(5, Kind.TOTAL, 5, "pupils F", "pupils", "F", false, false));
        sums.add(new Sum(6, Kind.TOTAL, 6, "pupils M", "pupils", "M", false, false));
        wholes.add(new Whole(4, List.of(5, 6)));
        IntStream.of(1, 2, 3).forEach(part -> divisions.add(new Division(List.of(part), List.of(part + 3), true)));
        figures(1, Map.of(1, passed));
        figures(3, Map.of(1, boysPassed));
        figures(4, Map.of(1, pupils));
        figures(6, Map.of(1, boys));
    }

    @Test
    void girlsOfWhomNothingIsToldAreHiddenAmongTheUnitsTogetherToo() {
        girlsBoysAndAll();
        own(1, 21, "30", false, "23");
        own(3, 21, "20", false, "20");

        assertThat(primaries())
                .containsExactly("passed T 21, passed M 21 together, its units together, and the others");
    }

    /** Three girls feel safe, none of them; of whom there is a mean of 0 then. */
    @Test
    void inMeansItIsTheWeightsThatSayWhetherThereAreAny() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "safe T", "safe", "T", true, true));
        sums.add(new Sum(2, Kind.MEAN, 2, "safe F", "safe", "F", true, true));
        sums.add(new Sum(3, Kind.MEAN, 3, "safe M", "safe", "M", true, true));
        wholes.add(new Whole(1, List.of(2, 3)));
        figures.add(figure(1, 1, "1500", "30", false));
        figures.add(figure(3, 1, "1500", "27", false));

        assertThat(primaries()).containsExactly("safe T 1, safe M 1 together, and the others");
    }

    @Test
    void soAreTheyInMeansByTheirWeights() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "merit T", "merit", "T", true, false));
        sums.add(new Sum(2, Kind.MEAN, 2, "merit F", "merit", "F", true, false));
        sums.add(new Sum(3, Kind.MEAN, 3, "merit M", "merit", "M", true, false));
        wholes.add(new Whole(1, List.of(2, 3)));
        figures.add(figure(1, 1, "6000", "30", false));
        figures.add(figure(1, 2, "6000", "30", false));
        figures.add(figure(3, 1, "4200", "21", false));
        figures.add(figure(3, 2, "4000", "20", false));

        assertThat(primaries()).containsExactly("merit T 1, merit M 1 together, and the others");
    }

    /** 98 percent of 50 are 49; the one who has not is as easily recognised as one who has. */
    @Test
    void noShareIsToldByWhichFewHaveItOrHaveNot() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "safe", "safe", "T", true, true));
        figures.add(figure(1, 1, "4900", "50", false));
        figures.add(figure(1, 2, "450", "100", false));
        figures.add(figure(1, 3, "2500", "50", false));
        figures.add(figure(1, 4, "5000", "50", false));
        figures.add(figure(1, 5, "0", "50", false));

        assertThat(primaries()).containsExactly("safe 1", "safe 2");
    }

    @Test
    void anAverageInPointsIsNoShare() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "merit", "merit", "T", true, false));
        figures.add(figure(1, 1, "4900", "50", false));

        assertThat(primaries()).isEmpty();
    }

    @Test
    void countsThatAreOnlyReportedAreProtectedAsSumsAre() {
        sums.clear();
        sums.add(new Sum(1, Kind.REPORTED, 1, "absent", "absent", "T", false, false));
        figures(1, Map.of(1, "3", 2, "20"));
        own(1, 11, "23", false, "23");

        assertThat(primaries()).containsExactly("absent 1");
        assertThat(equations()).contains("absent 11, its units together = absent 1 + absent 2");
    }

    @Test
    void aSourcesOwnFigureOfAnAreaIsTheSameAddedUpOrNot() {
        sums.clear();
        sums.add(new Sum(1, Kind.TOTAL, 7, "absent", "absent", "T", false, false));
        sums.add(new Sum(2, Kind.REPORTED, 7, "absent (reported)", "absent (reported)", "T", false, false));
        own(1, 11, "23", false, "20");
        own(2, 11, "23", false, null);
        // No figure of its own: what one sum has of it, another need not.
        figures(1, Map.of(21, "23"));
        own(2, 21, "23", false, null);

        assertThat(table().equations().stream()
                        .map(Equation::name)
                        .filter(name -> name.contains("added up otherwise"))
                        .map(TableOfPupilsTest::shortened))
                .containsExactly("absent 11, added up otherwise: absent (reported) 11");
    }

    /** 30 applied and 27 were admitted: three were not. */
    @Test
    void whatIsLeftOfASumWhenAnotherIsTakenFromItIsHiddenWhereItIsOfFew() {
        differences.add(new Difference(List.of(PUPILS), List.of(PASSED)));
        figures(PUPILS, Map.of(1, "30", 2, "30", 3, "30"));
        figures(PASSED, Map.of(1, "27", 2, "25", 3, "33"));

        assertThat(primaries()).containsExactly("pupils 1 without passed 1", "passed 3 without pupils 3");
        assertThat(equations()).contains("pupils 1 without passed 1 = pupils 1 - passed 1");
    }

    @Test
    void whoKnowsAUnitsFigureInOneSumKnowsItInTheOther() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 7, "by pupils", "by pupils", "T", true, false));
        sums.add(new Sum(2, Kind.MEAN, 7, "by hours", "by hours", "T", false, false));
        figures.add(figure(1, 1, "60", "20", false));
        figures.add(figure(2, 1, "7.5", "2.5", false));

        Table table = table();

        assertThat(table.equations())
                .extracting(Equation::coefficients)
                .containsExactly(new TreeMap<>(Map.of(0, 25L, 1, -200L)));
    }

    @Test
    void whatIsNoSumHasNoEquations() {
        sums.clear();
        sums.add(new Sum(1, Kind.HARMONIC, 1, "staff ratio", "staff ratio", "T", true, false));
        figures.add(figure(1, 1, "12", "9", false));
        figures.add(figure(1, 2, "13", "40", false));

        assertThat(equations()).isEmpty();
        assertThat(primaries()).containsExactly("staff ratio 1");
    }

    @Test
    void whatHasBeenPublishedIsKnownWhereItIsTheSame() {
        published(
                PASSED,
                Map.of(1, "3", 2, "20", 11, "23"),
                Map.of(1, Figure.Status.PRIMARY, 2, Figure.Status.SECONDARY));
        figures(PASSED, Map.of(1, "3", 2, "20", 11, "23"));

        Table table = table();

        assertThat(table.cells().stream().map(Cell::kind))
                .containsExactly(Cell.Kind.PRIMARY, Cell.Kind.FREE, Cell.Kind.OPEN);
        assertThat(table.equations()).hasSize(1);
    }

    @Test
    void whatIsAnotherNowStandsBesideWhatItWas() {
        published(
                PASSED,
                Map.of(1, "3", 2, "20", 11, "23"),
                Map.of(1, Figure.Status.PRIMARY, 2, Figure.Status.SECONDARY));
        figures(PASSED, Map.of(1, "4", 2, "20", 11, "24"));

        Table table = table();

        assertThat(table.cells().stream().map(Cell::kind))
                .containsExactly(Cell.Kind.PRIMARY, Cell.Kind.FREE, Cell.Kind.FREE, Cell.Kind.PRIMARY, Cell.Kind.OPEN);
        // The figure of unit 2 is the same in both.
        assertThat(table.equations())
                .extracting(Equation::coefficients)
                .containsExactly(
                        new TreeMap<>(Map.of(0, 1L, 1, 1L, 2, -1L)), new TreeMap<>(Map.of(3, 1L, 1, 1L, 4, -1L)));
    }

    /** Though the sum is the same, nobody knows it who does not see it. */
    @Test
    void aSumOfOtherFiguresIsAnother() {
        published(PASSED, Map.of(1, "10", 2, "20", 11, "30"), Map.of());
        figures(PASSED, Map.of(1, "11", 2, "19", 11, "30"));

        assertThat(table().cells().get(2).kind()).isEqualTo(Cell.Kind.FREE);
    }

    /** What nobody is told and nothing has changed of is the same all the same. */
    @Test
    void aRestOfOtherFiguresIsAnother() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "10", 2, "20"));
        figures(PUPILS, Map.of(1, "27", 2, "48"));
        published(Map.of(1, Figure.Status.SECONDARY, 2, Figure.Status.SECONDARY));
        figures(PASSED, Map.of(1, "11", 2, "20"));
        figures(PUPILS, Map.of(1, "28", 2, "48"));

        assertThat(table().cells().stream().skip(4).map(cell -> shortened(cell.name())))
                .containsExactly(
                        "pupils 1 without passed 1",
                        "pupils 2 without passed 2",
                        "passed 1, as it was in release 2026.7",
                        "pupils 1, as it was in release 2026.7",
                        "pupils 1 without passed 1, as it was in release 2026.7");
    }

    @Test
    void asManyOfOtherGirlsAndBoysAreOthers() {
        girlsBoysAndAll();
        figures(1, Map.of(1, "30"));
        figures(2, Map.of(1, "14"));
        figures(3, Map.of(1, "16"));
        published(Map.of(1, Figure.Status.SECONDARY));
        figures(1, Map.of(1, "30"));
        figures(2, Map.of(1, "15"));
        figures(3, Map.of(1, "15"));

        assertThat(table().cells().stream().skip(3).map(cell -> shortened(cell.name())))
                .containsExactly(
                        "passed T 1, as it was in release 2026.7",
                        "passed F 1, as it was in release 2026.7",
                        "passed M 1, as it was in release 2026.7");
    }

    @Test
    void anAreaOfOtherUnitsIsAnother() {
        figures(PASSED, Map.of(1, "10", 2, "20", 11, "30"));
        published(Map.of());
        figures(PASSED, Map.of(1, "10", 3, "20", 11, "30"));

        // Who is told what there is beside them, 20, is told it of the one and of the other.
        assertThat(table().cells().stream().map(cell -> shortened(cell.name())))
                .contains("passed 11, as it was in release 2026.7");
    }

    @Test
    void whatHasBeenCorrectedTwiceStandsThereOnceForEachTime() {
        published(PASSED, Map.of(1, "30", 2, "20", 11, "50"), Map.of(1, Figure.Status.SECONDARY));
        published(PASSED, Map.of(1, "31", 2, "20", 11, "51"), Map.of(1, Figure.Status.SECONDARY));
        figures(PASSED, Map.of(1, "30", 2, "20", 11, "50"));

        Table table = table();

        // Nobody knows that it is again what it was.
        assertThat(table.cells().stream().map(cell -> shortened(cell.name())))
                .containsExactly(
                        "passed 1",
                        "passed 2",
                        "passed 11",
                        "passed 1, as it was in release 2026.8",
                        "passed 11, as it was in release 2026.8",
                        "passed 1, as it was in release 2026.7",
                        "passed 11, as it was in release 2026.7");
        assertThat(table.equations()).hasSize(3);
    }

    @Test
    void whatWasWithheldForOthersOnlyNeedNotBeKeptWhereItIsAnotherNow() {
        published(
                PASSED,
                Map.of(1, "3", 2, "20", 11, "23"),
                Map.of(1, Figure.Status.PRIMARY, 2, Figure.Status.SECONDARY));
        figures(PASSED, Map.of(1, "3", 2, "21", 11, "24"));

        Table table = table();

        assertThat(table.cells().stream().map(Cell::kind))
                .containsExactly(Cell.Kind.PRIMARY, Cell.Kind.FREE, Cell.Kind.FREE, Cell.Kind.UNTOLD, Cell.Kind.OPEN);
        assertThat(table.equations())
                .extracting(Equation::coefficients)
                .containsExactly(
                        new TreeMap<>(Map.of(0, 1L, 1, 1L, 2, -1L)), new TreeMap<>(Map.of(0, 1L, 3, 1L, 4, -1L)));
    }

    /** What a release has told. */
    private void published(int step, Map<Integer, String> byArea, Map<Integer, Figure.Status> withheld) {
        figures(step, byArea);
        published(withheld);
    }

    private void published(Map<Integer, Figure.Status> withheld) {
        Table table = table();
        List<Figure> told = new ArrayList<>();
        for (int cell = 0; cell < table.cells().size(); cell++) {
            told.add(told(table.cells().get(cell), status(cell, table.cells().get(cell), withheld)));
        }
        earlier.add(new EarlierTable(
                "2026." + (7 + earlier.size()),
                new PublishedTable(told, table.equations()),
                table.cells().stream().map(Cell::value).toList()));
        figures.clear();
    }

    private Figure.Status status(int number, Cell cell, Map<Integer, Figure.Status> withheld) {
        return number < figures.size()
                ? withheld.getOrDefault(figures.get(number).area(), Figure.Status.PUBLISHED)
                : Figure.Status.valueOf(cell.kind().name());
    }

    private static Figure told(Cell cell, Figure.Status status) {
        boolean isTold = status == Figure.Status.PUBLISHED || status == Figure.Status.OPEN;
        return new Figure(cell.name(), status, isTold ? cell.value() : null, 0, cell.owner(), cell.ends());
    }

    private void figures(int step, Map<Integer, String> byArea) {
        byArea.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(area -> figures.add(figure(step, area.getKey(), area.getValue(), null, false)));
    }

    private static FigureOfPupils figure(int step, int area, String value, String weight, boolean isOpen) {
        Level level = area < 10
                ? Level.SCHOOL_UNIT
                : area < 20
                        ? Level.ORGANISER
                        : area < 30 ? Level.MUNICIPALITY : area < 40 ? Level.COUNTY : Level.NATION;
        return new FigureOfPupils(
                step,
                level,
                area,
                String.valueOf(area),
                new BigDecimal(value),
                weight == null ? null : new BigDecimal(weight),
                level == Level.SCHOOL_UNIT,
                isOpen,
                null,
                List.of(),
                null);
    }

    /** A source's own figure of an area. */
    private void own(int step, int area, String value, boolean isOpen, String ofUnits, Integer... without) {
        FigureOfPupils figure = figure(step, area, value, null, isOpen);
        figures.add(new FigureOfPupils(
                step,
                figure.level(),
                area,
                figure.code(),
                figure.value(),
                null,
                true,
                isOpen,
                ofUnits == null ? null : new BigDecimal(ofUnits),
                List.of(without),
                null));
    }

    @Test
    void theSourcesOwnFigureOfAnAreaStandsBesideWhatItsUnitsHave() {
        figures(PASSED, Map.of(1, "10", 2, "20", 3, "30", 99, "60"));
        own(PASSED, 21, "66", true, "60");

        Table table = table();

        assertThat(equations())
                .containsExactlyInAnyOrder(
                        "passed 21 = passed 21, its units together + 6 more",
                        "passed 21, its units together = passed 1 + passed 2 + passed 3",
                        "passed 99 = passed 21, its units together");
        assertThat(table.cells().stream().skip(5).map(Cell::kind)).containsExactly(Cell.Kind.UNTOLD, Cell.Kind.OPEN);
        assertThat(table.cells().get(4).kind()).isEqualTo(Cell.Kind.OPEN);
    }

    @Test
    void whatTheUnitsHaveTogetherIsHiddenWhereItIsOfFew() {
        figures(PASSED, Map.of(1, "1", 2, "2"));
        own(PASSED, 11, "26", false, "3");

        assertThat(table().cells().stream().map(Cell::kind))
                .containsExactly(
                        Cell.Kind.PRIMARY, Cell.Kind.PRIMARY, Cell.Kind.FREE, Cell.Kind.PRIMARY, Cell.Kind.OPEN);
    }

    @Test
    void theSourcesOwnFigureIsOfFewThoughItsUnitsHaveMore() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 11, "3", false, "30");

        assertThat(table().cells().get(2).isPrimary()).isTrue();
    }

    /** Unit 3 has three of the 33, and its source withholds them. */
    @Test
    void whatIsLeftToAUnitOfWhichNothingIsToldIsHiddenWhereItIsOfFew() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 21, "33", false, "30", 3);

        assertThat(primaries()).containsExactly("passed 3, without figures");
        assertThat(equations())
                .containsExactlyInAnyOrder(
                        "passed 3, without figures = passed 21 - passed 21, its units together",
                        "passed 21, its units together = passed 1 + passed 2");
    }

    @Test
    void ofMoreItIsNeitherHiddenNorKnown() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 21, "38", false, "30", 3);

        assertThat(table().cells().stream().skip(2).map(TableOfPupilsTest::told))
                .containsExactly("5 to null", "null to null", "none or 5 to null");
    }

    @Test
    void whatUnitsHaveOfWhichNothingIsToldIsKnownToBeNothing() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 21, "30", false, "30", 3);

        assertThat(table().cells()).last().extracting(Cell::kind).isEqualTo(Cell.Kind.OPEN);
    }

    @Test
    void whereAnAreaHasLessThanItsUnitsNothingIsLeftToOthers() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 21, "29", false, "30", 3);

        assertThat(equations()).contains("passed 21 = passed 21, its units together - 1 more");
    }

    @Test
    void itIsOneCellForAllAreasFromWhichItFollows() {
        figures(PASSED, Map.of(1, "10", 2, "20", 4, "40"));
        own(PASSED, 21, "33", false, "30", 3);
        own(PASSED, 31, "73", false, "70", 3);

        assertThat(primaries()).containsExactly("passed 3, without figures");
        assertThat(equations()).contains("passed 31, its units together = passed 31 - passed 3, without figures");
    }

    /** Of a municipality with one organiser. */
    @Test
    void soItIsWhereNoUnitHasAFigure() {
        own(PASSED, 12, "45", false, null, 3, 4);
        own(PASSED, 31, "45", false, null, 3, 4);
        own(PASSED, 99, "47", false, null, 3, 4);

        assertThat(equations()).containsExactly("passed 31 = passed 12", "passed 99 = passed 12 + 2 more");
    }

    /** Of units 3 and 4 the county has eight more, of which unit 4 has five. */
    @Test
    void whatFewUnitsHaveIsTakenFromWhatManyHave() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 22, "5", false, null, 4);
        own(PASSED, 31, "38", false, "30", 3, 4);

        assertThat(equations()).contains("passed 3, without figures = - passed 22 + passed 3 4, without figures");
        assertThat(primaries()).containsExactly("passed 3, without figures");
    }

    /** Unit 3 is in municipality 21, unit 4 in 22, and both are organiser 12's. */
    @Test
    void itIsTakenByOrganisersAndByPlaces() {
        figures(PASSED, Map.of(1, "10"));
        own(PASSED, 12, "15", false, null, 3, 4);
        own(PASSED, 21, "27", false, "10", 2, 3);
        own(PASSED, 22, "5", false, null, 4);
        own(PASSED, 31, "32", false, "10", 2, 3, 4);

        assertThat(equations())
                .contains(
                        "passed 2 3 4, without figures = passed 22 + passed 2 3, without figures",
                        "passed 2, without figures = - passed 12 + passed 2 3 4, without figures",
                        "passed 2 3, without figures = passed 3, without figures + passed 2, without figures");
    }

    /** Seven more, of whom six have passed. */
    @Test
    void ofASmallGroupOfAUnitOfWhichNothingIsToldEverythingIsHidden() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "10", 2, "20"));
        figures(PUPILS, Map.of(1, "30", 2, "30"));
        own(PASSED, 21, "36", false, "30", 3);
        own(PUPILS, 21, "67", false, "60", 3);

        assertThat(primaries())
                .containsExactly(
                        "passed 3, without figures", "pupils 3, without figures without passed 3, without figures");
    }

    @Test
    void soItIsOfSeveralUnits() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "10", 2, "20"));
        figures(PUPILS, Map.of(1, "30", 2, "30"));
        own(PASSED, 31, "36", false, "30", 3, 4);
        own(PUPILS, 31, "67", false, "60", 3, 4);

        assertThat(primaries())
                .containsExactly(
                        "passed 3 4, without figures",
                        "pupils 3 4, without figures without passed 3 4, without figures");
    }

    /** Its seven pupils are told, and of none of them whether they have passed. */
    @Test
    void soItIsWhereOnlyTheGroupIsTold() {
        divisions.add(new Division(List.of(PASSED), List.of(PUPILS), true));
        figures(PASSED, Map.of(1, "10", 2, "20"));
        figures(PUPILS, Map.of(1, "30", 2, "30", 3, "4", 4, "3"));
        own(PASSED, 31, "36", false, "30", 3, 4);

        assertThat(primaries())
                .contains("passed 3 4, without figures", "pupils 3 and pupils 4 without passed 3 4, without figures");
    }

    /** Units 3 and 4 are organiser 12's. */
    @Test
    void theirOrganiserKnowsWhatTheyHave() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 21, "33", false, "30", 3);

        Map<String, String> owners =
                table().cells().stream().collect(Collectors.toMap(cell -> shortened(cell.name()), Cell::owner));

        assertThat(owners).containsEntry("passed 3, without figures", "O12").containsEntry("passed 21", "");
    }

    /** By its weight: four pupils. */
    @Test
    void ofAMeanItIsTheirWeightThatSaysWhetherTheyAreFew() {
        sums.clear();
        sums.add(new Sum(1, Kind.MEAN, 1, "merit", "merit", "T", true, false));
        figures.add(figure(1, 1, "4000", "20", false));
        FigureOfPupils own = figure(1, 21, "4800", "24", false);
        figures.add(new FigureOfPupils(
                1,
                own.level(),
                21,
                own.code(),
                own.value(),
                own.weight(),
                true,
                false,
                new BigDecimal("4000"),
                List.of(2),
                new BigDecimal("4")));

        assertThat(primaries()).containsExactly("merit 2, without figures");
    }

    /** All of unit 3 follow from the municipality's figure, and its boys are told: the others are girls. */
    @Test
    void whereAllOfAUnitFollowSoDoItsGirls() {
        girlsBoysAndAll();
        figures(1, Map.of(1, "40"));
        figures(3, Map.of(1, "20", 3, "20"));
        own(1, 21, "63", false, "40", 3);

        assertThat(primaries()).containsExactly("passed T 3, without figures, passed M 3 together, and the others");
    }

    /** The county has seven more girls and ten more of all: three boys. */
    @Test
    void whereAllAndTheGirlsFollowSoDoTheBoys() {
        girlsBoysAndAll();
        figures(1, Map.of(1, "40"));
        figures(2, Map.of(1, "20"));
        figures(3, Map.of(1, "20"));
        own(1, 31, "50", false, "40", 3);
        own(2, 31, "27", false, "20", 3);

        assertThat(primaries())
                .contains("passed T 3, without figures, passed F 3, without figures together, and the others");
    }

    /** 23 are all of units 3 and 4, whose boys are told, ten each. */
    @Test
    void soItIsOfSeveralUnitsTogether() {
        girlsBoysAndAll();
        figures(1, Map.of(1, "40"));
        figures(3, Map.of(1, "20", 3, "10", 4, "10"));
        own(1, 31, "63", false, "40", 3, 4);

        assertThat(primaries())
                .contains("passed T 3 4, without figures, less passed M 3 and passed M 4, and the others");
    }

    /** Unit 4's three are what the county's 33 have more than units 1 and 2, though its source publishes only the 33. */
    @Test
    void whatAnAreaHasThatItsSourcePublishesTellsNothingOfUnitsEither() {
        figures(PASSED, Map.of(1, "10", 2, "20"));
        own(PASSED, 22, "3", false, null, 4);
        own(PASSED, 31, "33", true, "30", 4);

        assertThat(primaries()).containsExactly("passed 22");
        assertThat(equations()).contains("passed 31, its units together = - passed 22 + passed 31");
    }

    @Test
    void aReportedFigureOfAnAreaIsThatOfItsUnitsAndOfThoseOfWhichNothingIsTold() {
        sums.clear();
        sums.add(new Sum(1, Kind.REPORTED, 1, "absent", "absent", "T", false, false));
        figures(1, Map.of(1, "20"));
        own(1, 11, "23", false, "20", 2);

        assertThat(primaries()).containsExactly("absent 2, without figures");
    }

    /** Municipality 22 has three of the 53, and nothing is told of it. */
    @Test
    void whereNoUnitHasAFigureAreasAreHeldAgainstEachOther() {
        own(PASSED, 21, "50", false, null, 1, 2, 3);
        own(PASSED, 31, "53", false, null, 1, 2, 3, 4);

        assertThat(primaries()).containsExactly("passed 4, without figures");
    }

    /** Though all figures of its units are. */
    @Test
    void theSourcesOwnFigureIsNotPublishedWhereTheSourceDoesNot() {
        figures.add(figure(PASSED, 1, "10", null, true));
        figures.add(figure(PASSED, 2, "20", null, true));
        own(PASSED, 11, "3", false, "30");
        own(PASSED, 21, "31", false, "30");

        assertThat(table().cells().stream().map(Cell::kind))
                .containsExactly(
                        Cell.Kind.OPEN,
                        Cell.Kind.OPEN,
                        Cell.Kind.PRIMARY,
                        Cell.Kind.FREE,
                        // What their units have together, and what they have beside these.
                        Cell.Kind.OPEN,
                        Cell.Kind.OPEN,
                        Cell.Kind.OPEN,
                        Cell.Kind.OPEN);
    }

    @Test
    void girlsAndBoysMakeAllOfTheUnitsTogetherToo() {
        girlsBoysAndAll();
        own(1, 21, "12", false, "10");
        own(2, 21, "7", false, "6");
        figures(3, Map.of(21, "4"));

        assertThat(equations())
                .contains(
                        "passed T 21 = passed F 21 + passed M 21 + 1 more",
                        "passed T 21, its units together = passed M 21 + passed F 21, its units together");
    }

    private Table table() {
        return TableOfPupils.of(
                Family.of(1, sums, wholes, divisions, differences, List.of()),
                figures,
                PLACES,
                DisclosureRules.USUAL,
                earlier,
                unknown);
    }

    private List<String> primaries() {
        return table().cells().stream()
                .filter(Cell::isPrimary)
                .map(cell -> shortened(cell.name()))
                .toList();
    }

    /** Each with its whole on the left side. */
    private List<String> equations() {
        Table table = table();
        return table.equations().stream().map(equation -> text(equation, table)).toList();
    }

    private static String text(Equation equation, Table table) {
        String whole = equation.coefficients().entrySet().stream()
                .filter(term -> term.getValue() == -1 && !isMore(table, term.getKey()))
                .map(term -> shortened(table.cells().get(term.getKey()).name()))
                .reduce((first, last) -> last)
                .orElseThrow();
        String parts = equation.coefficients().entrySet().stream()
                .filter(term ->
                        !whole.equals(shortened(table.cells().get(term.getKey()).name())))
                .map(term -> (term.getValue() < 0 ? "- " : "+ ")
                        + (isMore(table, term.getKey())
                                ? table.cells().get(term.getKey()).value().toPlainString() + " more"
                                : shortened(table.cells().get(term.getKey()).name())))
                .collect(Collectors.joining(" "));
        return whole + " = " + (parts.startsWith("+ ") ? parts.substring(2) : parts);
    }

    private static boolean isMore(Table table, int cell) {
        return table.cells().get(cell).name().contains("what else there is");
    }

    /** Without the levels, which the numbers tell here. */
    private static String shortened(String name) {
        return name.replaceAll(" of [a-z-]+ (\\d+)", " $1");
    }
}
