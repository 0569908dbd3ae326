package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.protection.Family.Kind;
import se.skolkvalitet.indicator.protection.Family.Sum;
import se.skolkvalitet.indicator.protection.Places.Place;

/** Units 1 and 2 are of organiser 11, unit 3 of 12; all are in municipality 21. Sources publish what is told of unit 2 and organiser 11. */
class FiguresTogetherTest {
    private static final Places PLACES = new Places(List.of(
            new Place(1, 11, "O11", 21, 31, 99),
            new Place(2, 11, "O11", 21, 31, 99),
            new Place(3, 12, "O12", 21, 31, 99)));

    private static final int PASSED = 1;

    /** Who knew what the organiser has beside its two units would know of how few the first one is. Others must not work it out. */
    @Test
    void whatNobodyIsToldOfAnAreaIsNoReasonNotToProtectItsUnits() {
        assertThat(withheld("103")).contains(1).containsAnyOf(3, 21);
    }

    @Test
    void whatOpenFiguresTellIsNotProtected() {
        assertThat(withheld("95")).containsExactly(1);
    }

    /** @param organiser what it has in all */
    private static List<Integer> withheld(String organiser) {
        FiguresTogether figures = new FiguresTogether(
                Family.of(
                        1,
                        List.of(new Sum(PASSED, Kind.TOTAL, PASSED, "passed", "passed", "T", false)),
                        List.of(),
                        List.of(),
                        List.of()),
                "2024/25",
                false,
                List.of(
                        figure(Level.SCHOOL_UNIT, 1, "3", false),
                        figure(Level.SCHOOL_UNIT, 2, "92", true),
                        figure(Level.SCHOOL_UNIT, 3, "40", false),
                        figure(Level.ORGANISER, 11, organiser, true),
                        figure(Level.MUNICIPALITY, 21, "135", false)),
                PLACES,
                DisclosureRules.USUAL,
                List.of());
        return figures.protect().withheld().stream().map(Withheld::area).toList();
    }

    private static FigureOfPupils figure(Level level, int area, String value, boolean isOpen) {
        return new FigureOfPupils(PASSED, level, area, String.valueOf(area), new BigDecimal(value), null, isOpen);
    }
}
