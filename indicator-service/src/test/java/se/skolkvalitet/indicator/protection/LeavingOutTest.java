package se.skolkvalitet.indicator.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.certificate.Equation;

class LeavingOutTest {
    private static Equation equation(String name, Map<Integer, Long> coefficients) {
        return new Equation(name, new TreeMap<>(coefficients));
    }

    @Test
    void whatStandsInOneEquationAloneTakesItWithIt() {
        Equation other = equation("other", Map.of(2, 1L, 3, -1L));

        assertThat(LeavingOut.of(List.of(equation("one", Map.of(-1, 1L, 1, 1L, 2, -1L)), other), List.of(-1)))
                .containsExactly(other);
    }

    @Test
    void whatStandsInTwoIsWhatTheySayTogether() {
        List<Equation> left = LeavingOut.of(
                List.of(
                        equation("units", Map.of(-1, -1L, 1, 1L, 2, 1L)),
                        equation("sexes", Map.of(-1, -1L, 3, 1L, 4, 1L, 5, 1L))),
                List.of(-1));

        assertThat(left).hasSize(1);
        assertThat(left.get(0).name()).isEqualTo("sexes, and units");
        assertThat(left.get(0).coefficients()).isEqualTo(Map.of(1, 1L, 2, 1L, 3, -1L, 4, -1L, 5, -1L));
    }

    @Test
    void factorsAreAsSmallAsTheyCanBe() {
        List<Equation> left = LeavingOut.of(
                List.of(equation("one", Map.of(-1, 4L, 1, 2L)), equation("other", Map.of(-1, 6L, 2, 3L))), List.of(-1));

        assertThat(left.get(0).coefficients()).isEqualTo(Map.of(1, -1L, 2, 1L));
    }

    @Test
    void whatSaysTheSameTwiceLeavesNothing() {
        assertThat(LeavingOut.of(
                        List.of(
                                equation("one", Map.of(-1, 1L, -2, 1L, 1, -1L)),
                                equation("again", Map.of(-1, 2L, -2, 2L, 1, -2L))),
                        List.of(-1, -2)))
                .isEmpty();
    }
}
