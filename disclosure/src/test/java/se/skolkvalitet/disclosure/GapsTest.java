package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.certificate.Checker;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;

class GapsTest {
    private static final Protection WIDTH = Protection.ofWidth(BigDecimal.ONE);
    private static final int AREA = 0;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int GIRLS = 3;
    private static final int BOYS = 4;

    /** Those of an area, of its two schools, and of girls and boys of the second of them. */
    private static Table table(int area, int first, Ends ofSecond) {
        int second = area - first;
        Ends few = Ends.between(1, 4);
        Ends ofSmallGroup = Ends.between(0, 9);
        return new Table(
                List.of(
                        area > 4
                                ? Cell.free("area", BigDecimal.valueOf(area), 1).lyingBetween(Ends.from(5))
                                : Cell.primary("area", BigDecimal.valueOf(area), WIDTH)
                                        .lyingBetween(few),
                        Cell.primary("first", BigDecimal.valueOf(first), WIDTH).lyingBetween(few),
                        Cell.untold("second", BigDecimal.valueOf(second)).lyingBetween(ofSecond),
                        Cell.primary("girls", BigDecimal.valueOf(second), WIDTH).lyingBetween(ofSmallGroup),
                        Cell.primary("boys", BigDecimal.ZERO, WIDTH).lyingBetween(ofSmallGroup)),
                List.of(
                        Equation.ofTotal("by school", AREA, List.of(FIRST, SECOND)),
                        Equation.ofTotal("by sex", SECOND, List.of(GIRLS, BOYS))));
    }

    private static List<String> findings(Protector.Result result) {
        return Checker.check(result.table().published(result.suppression().withheld()), result.certificate());
    }

    /** From one to four are of the area and of its first school, so that the second has none: nothing could be uncertain of it. */
    @Test
    void whatWouldTellPrimaryCellsWhateverIsWithheldIsForgotten() {
        Table table = table(2, 2, Ends.noneOrFrom(5));

        Protector.Result result = Protector.protect(table, 100, 10);

        BitSet second = new BitSet();
        second.set(SECOND);
        assertThat(result.table()).isEqualTo(table.withoutEnds(second));
        assertThat(findings(result)).isEmpty();
        assertThat(result.certificate().parts())
                .allSatisfy(part -> assertThat(part.unproven()).isEmpty())
                .allSatisfy(part -> assertThat(part.limits()).isEmpty());
    }

    /** Of six, at the first school from one to four, the second has none or five: one is at the first, unless the six are withheld. */
    @Test
    void whatTellsPrimaryCellsByWhatIsPublishedIsKnown() {
        Table table = table(6, 1, Ends.noneOrFrom(5));

        Protector.Result result = Protector.protect(table, 100, 10);

        assertThat(result.table()).isEqualTo(table);
        assertThat(findings(result)).isEmpty();
        assertThat(result.suppression().withheld().get(AREA)).isTrue();
        assertThat(Protector.protect(table(6, 1, Ends.UNKNOWN), 100, 10)
                        .suppression()
                        .withheld()
                        .get(AREA))
                .isFalse();
    }

    /** By its ends alone it is told: that is no gap. */
    @Test
    void whatEndsTellIsNotForgotten() {
        Table table = table(2, 2, Ends.between(0, 0));

        Protector.Result result = Protector.protect(table, 100, 10);

        assertThat(result.table()).isEqualTo(table);
        assertThat(findings(result)).isEmpty();
        assertThat(result.certificate().parts().get(0).limits()).hasSize(2);
    }
}
