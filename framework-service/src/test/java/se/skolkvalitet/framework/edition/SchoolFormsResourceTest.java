package se.skolkvalitet.framework.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reform of autumn 2028, which the Riksdag decided on 18 June 2025. */
@QuarkusTest
class SchoolFormsResourceTest {
    private static final String BEFORE = "2028-06-30";
    private static final String AFTER = "2028-07-01";

    @ParameterizedTest
    @CsvSource({
        "grundskola, 9, 10",
        "anpassad-grundskola, 9, 10",
        "specialskola, 10, 11",
        "sameskola, 6, 7",
        "gymnasieskola, 3, 3",
        "anpassad-gymnasieskola, 4, 4"
    })
    void theCompulsoryFormsGetAYearMoreInAutumn2028(String form, int until, int from) throws IOException {
        assertThat(grades(form, BEFORE)).isEqualTo(oneTo(until));
        assertThat(grades(form, AFTER)).isEqualTo(oneTo(from));
    }

    @Test
    void thePreschoolClassEndsWithTheSchoolYearBefore() throws IOException {
        assertThat(grades("forskoleklass", BEFORE)).containsExactly(0);
        assertThat(period("forskoleklass", AFTER)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"forskola", "komvux", "fritidshem"})
    void whatHasNoGradesGoesOnWithoutThem(String form) throws IOException {
        assertThat(grades(form, BEFORE)).isEmpty();
        assertThat(grades(form, AFTER)).isEmpty();
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Integer> grades(String form, String day) throws IOException {
        return StreamSupport.stream(period(form, day).get("grades").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    /** @return what the API tells of the form on a day, null where it is not there */
    private static JsonNode period(String form, String day) throws IOException {
        JsonNode forms = new ObjectMapper()
                .readTree(given().get("/v1/school-forms").asString())
                .get("items");
        return StreamSupport.stream(forms.spliterator(), false)
                .filter(one -> one.get("code").asText().equals(form))
                .flatMap(one -> StreamSupport.stream(one.get("periods").spliterator(), false))
                .filter(period -> period.get("validFrom").asText().compareTo(day) <= 0)
                .filter(period -> day.compareTo(period.path("validTo").asText("9999-12-31")) <= 0)
                .findFirst()
                .orElse(null);
    }
}
