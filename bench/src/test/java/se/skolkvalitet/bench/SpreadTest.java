package se.skolkvalitet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMiddleOfAnOddNumberIsOneOfThem() {
        Spread spread = Spread.of(List.of(9.0, 1.0, 2.0));

        assertThat(spread).isEqualTo(new Spread(2, 1, 9));
    }

    @Test
    void theMiddleOfAnEvenNumberLiesBetweenTwo() {
        Spread spread = Spread.of(List.of(4.0, 1.0, 2.0, 100.0));

        assertThat(spread).isEqualTo(new Spread(3, 1, 100));
    }

    @Test
    void ofNothingThereIsNoSpread() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isAboveAnotherByMoreThanTheWiderOfBothScatters() {
        Spread before = new Spread(10, 9.5, 10.5);

        boolean above = new Spread(12.1, 11, 13).isAbove(before);

        assertThat(above).isTrue();
    }

    @Test
    void isNotAboveAnotherByLessThanItScattersItself() {
        Spread before = new Spread(10, 9.5, 10.5);

        boolean above = new Spread(11.9, 11, 13).isAbove(before);

        assertThat(above).isFalse();
    }

    @Test
    void isNotAboveAnotherByLessThanThatOneScattered() {
        Spread before = new Spread(10, 9, 11);

        boolean above = new Spread(11.9, 11.8, 12).isAbove(before);

        assertThat(above).isFalse();
    }
}
