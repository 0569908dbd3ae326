package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.Family.Whole;
import se.skolkvalitet.indicator.protection.Places.Place;

/** Units 1 and 2 are of organiser 11, unit 3 of 12; all are in municipality 21. */
class FiguresTogetherTest {
    private static final Places PLACES = new Places(List.of(
            new Place(1, "1", 11, "O11", 21, 31, 99),
            new Place(2, "2", 11, "O11", 21, 31, 99),
            new Place(3, "3", 12, "O12", 21, 31, 99)));

    private static final int ALL = 1;
    private static final int GIRLS = 2;
    private static final int BOYS = 3;

    /**
     * Sources publish what they have of unit 2 and of organiser 11. Who knew what the organiser has beside its two units, if anything,
     * would know of how few the first one is. Others must not work it out.
     */
    @ParameterizedTest
    @ValueSource(strings = {"103", "95", "90"})
    void whatNobodyIsToldOfAnAreaIsNoReasonNotToProtectItsUnits(String organiser) {
        assertThat(withheld(
                        List.of(),
                        figure(ALL, Level.SCHOOL_UNIT, 1, "3", false, null),
                        figure(ALL, Level.SCHOOL_UNIT, 2, "92", true, null),
                        figure(ALL, Level.SCHOOL_UNIT, 3, "40", false, null),
                        figure(ALL, Level.ORGANISER, 11, organiser, true, "95"),
                        figure(ALL, Level.MUNICIPALITY, 21, "135", false, null)))
                .contains(1)
                .containsAnyOf(3, 21);
    }

    /** Of the first unit all are known, and girls, and so boys. */
    @Test
    void whatOpenFiguresTellIsNotProtected() {
        assertThat(withheld(
                        List.of(new Whole(ALL, List.of(GIRLS, BOYS))),
                        figure(ALL, Level.SCHOOL_UNIT, 1, "20", true, null),
                        figure(GIRLS, Level.SCHOOL_UNIT, 1, "17", true, null),
                        figure(BOYS, Level.SCHOOL_UNIT, 1, "3", false, null),
                        figure(BOYS, Level.SCHOOL_UNIT, 3, "40", false, null),
                        figure(BOYS, Level.MUNICIPALITY, 21, "43", false, null)))
                .containsExactly(1);
    }

    private static List<Integer> withheld(List<Whole> wholes, FigureOfPupils... figures) {
        FiguresTogether together = new FiguresTogether(
                Family.of(
                        1,
                        List.of(sum(ALL, "T"), sum(GIRLS, "F"), sum(BOYS, "M")),
                        wholes,
                        List.of(),
                        List.of(),
                        List.of()),
                "2024/25",
                false,
                List.of(figures),
                PLACES,
                DisclosureRules.USUAL,
                List.of());
        return together.protect().withheld().stream().map(Withheld::area).toList();
    }

    /** That of one figure it is not shown how uncertain it is takes nothing from the others. */
    @Test
    void aFigureOfWhichNothingIsShownIsProtectedByEquationsAlone() {
        MadeUpCountry country = MadeUpCountry.of(19).withAllPassed(19);

        ProtectedTable table = new MadeUpFigures(country, (unit, step) -> false, (level, step) -> false)
                .together()
                .protect()
                .table();

        assertThat(table.equationCells()).isEqualTo(1);
        assertThat(table.primaryCells()).isGreaterThan(10);
        assertThat(table.width()).isEqualTo(1);
    }

    private static Sum sum(int step, String sex) {
        return new Sum(step, Kind.TOTAL, step, "passed " + sex, "passed", sex, false, false);
    }

    private static FigureOfPupils figure(
            int step, Level level, int area, String value, boolean isOpen, String ofUnits) {
        return new FigureOfPupils(
                step,
                level,
                area,
                String.valueOf(area),
                new BigDecimal(value),
                null,
                level == Level.SCHOOL_UNIT || ofUnits != null,
                isOpen,
                ofUnits == null ? null : new BigDecimal(ofUnits),
                List.of(),
                null);
    }
}
