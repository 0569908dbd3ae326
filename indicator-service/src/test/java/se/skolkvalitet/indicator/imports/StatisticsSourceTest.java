package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.skolkvalitet.indicator.framework.Edition.Measure;

class StatisticsSourceTest {
    @Test
    void everyMeasureOfTheShippedEditionIsFilledByASource() {
        Set<String> filled = Arrays.stream(StatisticsSource.values())
                .map(source -> source.fills().value())
                .collect(Collectors.toSet());

        assertThat(ReadStatistics.shippedMeasures()).extracting(Measure::source).isSubsetOf(filled);
        assertThat(ReadStatistics.shippedMeasures())
                .filteredOn(measure -> measure.areas() != null)
                .isNotEmpty()
                .extracting(measure -> measure.areas().source())
                .isSubsetOf(filled);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsADifferenceIsOneOfMeasuresOfTheShippedEdition(StatisticsSource source) {
        Set<String> shipped = Arrays.stream(ReadStatistics.shipped(source))
                .map(Measure::sourceKey)
                .collect(Collectors.toSet());

        assertThat(source.differences()).allSatisfy(one -> assertThat(shipped).containsAll(one.keys()));
    }

    @ParameterizedTest
    @EnumSource(value = StatisticsSource.class, mode = EnumSource.Mode.MATCH_ANY, names = "SKOLVERKET_.*")
    void whatSkolverketPublishesHasMeasuresInTheShippedEditionAndALicence(StatisticsSource source) {
        assertThat(ReadStatistics.shipped(source)).isNotEmpty();
        assertThat(source.licence()).contains("CC0-1.0");
    }
}
