package se.skolkvalitet.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EndsTest {
    private static final List<Ends> SOME = List.of(
            Ends.UNKNOWN,
            Ends.between(0, 0),
            Ends.between(0, 9),
            Ends.between(1, 4),
            Ends.between(5, 9),
            Ends.from(5),
            Ends.from(10),
            Ends.noneOrFrom(5),
            Ends.noneOrFrom(10),
            new Ends(BigDecimal.valueOf(5), BigDecimal.valueOf(9), true));

    @Test
    void whatIsNoneOrFromSoMuchIsNothingBetween() {
        assertThat(LongStream.rangeClosed(0, 7).filter(value -> has(Ends.noneOrFrom(5), value)))
                .containsExactly(0L, 5L, 6L, 7L);
        assertThat(Ends.noneOrFrom(5).lowest()).isZero();
        assertThat(Ends.from(5).lowest()).isEqualByComparingTo("5");
        assertThat(Ends.UNKNOWN.lowest()).isZero();
    }

    @Test
    void betweenBothLiesWhatLiesBetweenEach() {
        for (Ends one : SOME) {
            for (Ends other : SOME) {
                List<Long> both = LongStream.range(0, 15)
                        .filter(value -> has(one, value) && has(other, value))
                        .boxed()
                        .toList();
                if (!both.isEmpty()) {
                    assertThat(LongStream.range(0, 15).filter(value -> has(one.and(other), value)))
                            .as("%s and %s", one, other)
                            .containsExactlyElementsOf(both);
                }
            }
        }
    }

    @Test
    void whatMayBeFromZeroIsNotZeroAsWell() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ends(null, BigDecimal.TEN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ends(BigDecimal.ZERO, null, true));
    }

    private static boolean has(Ends ends, long value) {
        return ends.have(BigDecimal.valueOf(value));
    }
}
