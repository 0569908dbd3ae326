package se.skolkvalitet.indicator.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** Of few no value tells how many they are, whatever the formula is by which it would. */
@QuarkusTest
class FewOfAnyFormulaTest {
    private static final String HEADER = "measure,level,area,period,school_form,sex,value\n";
    private static final String OPEN = "&licence=CC0-1.0";

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWith(jdbi, FewOfAnyFormulaTest.class.getResource("edition-of-few.json"));
    }

    @Test
    void aCountThatIsOnlyReportedIsNotToldNorWhatTellsIt() {
        published("", """
                gr.absent,school-unit,10000001,2024/25,grundskola,T,3
                gr.absent,school-unit,10000002,2024/25,grundskola,T,20
                gr.absent,school-unit,10000003,2024/25,grundskola,T,7
                gr.absent,organiser,2120000142,2024/25,grundskola,T,23
                gr.absent,municipality,0180,2024/25,grundskola,T,23
                """);

        assertThat(told("ABSENT"))
                .containsEntry("10000001", "few")
                .containsEntry("10000002", "others")
                .containsEntry("10000003", "7")
                .containsEntry("2120000142", "23")
                .containsEntry("0180", "23");
    }

    @Test
    void whatItsSourcePublishesIs() {
        published(OPEN, """
                gr.absent,school-unit,10000001,2024/25,grundskola,T,3
                gr.absent,organiser,2120000142,2024/25,grundskola,T,3
                """);

        assertThat(told("ABSENT")).containsEntry("10000001", "3").containsEntry("2120000142", "3");
    }

    /** 30 applied and 27 were admitted, so that three were not; of the other school, 30 and 20. */
    @Test
    void whatIsLeftOfATotalIsNotToldWhereItIsOfFew() {
        published("", """
                gr.applied,school-unit,10000001,2024/25,grundskola,T,30
                gr.applied,school-unit,10000003,2024/25,grundskola,T,30
                gr.admitted,school-unit,10000001,2024/25,grundskola,T,27
                gr.admitted,school-unit,10000003,2024/25,grundskola,T,20
                """);

        assertThat(told("NOT-ADMITTED").get("10000001")).isEqualTo("others");
        assertThat(told("NOT-ADMITTED")).containsEntry("10000003", "10");
    }

    /** 98 percent of 50 are 49. */
    @Test
    void aShareThatIsWeighedIsNotToldWhereFewHaveItNot() {
        published("", """
                gr.safe,school-unit,10000001,2024/25,grundskola,T,98
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,50
                gr.safe,school-unit,10000002,2024/25,grundskola,T,80
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,50
                gr.safe,school-unit,10000003,2024/25,grundskola,T,70
                gr.pupils,school-unit,10000003,2024/25,grundskola,T,50
                """);

        assertThat(told("SAFE"))
                .containsEntry("10000001", "few")
                .containsEntry("10000002", "others")
                .containsEntry("10000003", "70");
    }

    private static void published(String licence, String rows) {
        assertThat(ThreeUnits.uploaded("/v1/imports?source=csv" + licence, "text/csv", HEADER + rows)
                        .getString("state"))
                .isEqualTo("completed");
        assertThat(ThreeUnits.released().getString("state")).isEqualTo("completed");
    }

    /** By area, the value or why there is none. */
    private static Map<String, String> told(String indicator) {
        List<Map<String, Object>> values = given().get("/v1/values?limit=1000&sex=T&indicator=" + indicator)
                .jsonPath()
                .getList("items");
        return values.stream()
                .filter(value -> value.get("value") != null || value.get("reason") != null)
                .collect(Collectors.toMap(
                        value -> (String) value.get("area"),
                        value ->
                                String.valueOf(value.get("value") == null ? value.get("reason") : value.get("value"))));
    }
}
