package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.AreaFigures;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.Codes;

class FollowedMeasuresTest {
    private static final Measure EXAM = new Measure(
            "gy.exam",
            null,
            "percent",
            "share",
            "kolada-ou",
            "N1",
            new AreaFigures(Set.of("organiser", "municipality"), "kolada", "N1"),
            Set.of("gymnasieskola"),
            Set.of(),
            "school-year",
            null);

    /** The two sources have the same key for it. */
    @ParameterizedTest
    @CsvSource({
        "kolada-ou, school-unit, 10000001, true",
        "kolada-ou, organiser, 2120000142, false",
        "kolada-ou, nation, 00, true",
        "kolada, school-unit, 10000001, false",
        "kolada, organiser, 2120000142, true",
        "kolada, municipality, 0180, true",
        "kolada, nation, 00, false"
    })
    void eachLevelIsTakenFromOneSource(String source, String level, String area, boolean taken) {
        FollowedMeasures followed = FollowedMeasures.of(List.of(EXAM), source);

        assertThat(followed.find("N1")).contains(EXAM);
        assertThat(followed.isFollowed(figure(Codes.parse(Level.class, level), area)))
                .isEqualTo(taken);
        assertThat(followed.passedOver()).isEqualTo(taken ? Set.of() : Set.of("N1 (%s)".formatted(level)));
    }

    @Test
    void aSourceThatTellsOfNoLevelHasNoMeasure() {
        assertThat(FollowedMeasures.of(List.of(EXAM), "csv").bySourceKey()).isEmpty();
    }

    private static Observation figure(Level level, String area) {
        return new Observation(
                level,
                area,
                EXAM.code(),
                Period.read("2024/25", "school-year"),
                Group.all("gymnasieskola"),
                Figure.of(BigDecimal.TEN),
                "10");
    }
}
