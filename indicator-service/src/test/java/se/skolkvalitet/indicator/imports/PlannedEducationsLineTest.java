package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.problem.FieldError;

class PlannedEducationsLineTest {
    private static final Measure MERIT = new Measure(
            "merit",
            null,
            "points",
            "average",
            "skolverket-planned-educations-gr",
            "meritRating",
            Set.of("grundskola"),
            Set.of(9),
            "school-year");

    private final LineFaults faults = new LineFaults(found -> {});

    @Test
    void readsTheFiguresAndPassesOverWhatIsNoStatistic() {
        List<Observation> read = read("""
                {"schoolUnit":"10000001","docLinks":null,"_links":{"self":{}},
                 "meritRating":[{"value":"230,5","valueType":"EXISTS","timePeriod":"2024/25"}]}""");

        assertThat(read).singleElement().returns("10000001", Observation::area).returns("merit", Observation::measure);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"meritRating":{}}                                                                     | schoolUnit     | pattern
        {"schoolUnit":7,"meritRating":[]}                                                      | schoolUnit     | pattern
        {"schoolUnit":"10000001","meritRating":{"value":"1"}}                                  | meritRating    | type
        {"schoolUnit":"10000001","meritRating":"230,5"}                                        | meritRating    | type
        {"schoolUnit":"10000001","meritRating":["230,5"]}                                      | meritRating[0] | one-of
        {"schoolUnit":"10000001","meritRating":[{"value":"230,5","valueType":"EXISTS"}]}       | meritRating[0] | period
        {"schoolUnit":"10000001","other":[]}                                                   | other          | unknown-measure
        """)
    void namesWhatIsOfAnotherShape(String line, String field, String rule) {
        assertThat(read(line)).isEmpty();

        assertThat(faults.told())
                .singleElement()
                .returns("line 1: " + field, FieldError::field)
                .returns(rule, FieldError::rule);
    }

    @Test
    void aStatisticThatIsNullHasNoFigures() {
        assertThat(read("{\"schoolUnit\":\"10000001\",\"meritRating\":null}")).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    private List<Observation> read(String line) {
        try {
            return new PlannedEducationsLine(1, Map.of("meritRating", MERIT), faults)
                    .read(new ObjectMapper().readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
