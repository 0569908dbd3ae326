package se.skolkvalitet.indicator.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** From files of statistics by programme and of the nation to values. All figures are made up. */
@QuarkusTest
class NationalValuesImportTest {
    private static final String OF_UNITS =
            unit("10000001", "96,6", "270", "72,9") + unit("10000003", "90,0", "130", "80,0");
    private static final String OF_NATION = nation("EK", "84,6") + nation("NA", "86,0");

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.register(jdbi);
        jdbi.useHandle(handle -> handle.execute(
                "update school_unit set school_forms = '{gymnasieskola}' where code in ('10000001', '10000003')"));
    }

    private static String unit(String code, String certified, String pupils, String exam) {
        return """
                {"status":"OK","message":"Success","body":{"programMetrics":[{"programCode":"EK","schoolUnit":"%s",\
                "certifiedTeachersQuota":%s,"totalNumberOfPupils":%s,"ratioOfPupilsWithExamWithin3Years":%s}],\
                "certifiedTeachersQuota":%2$s,"totalNumberOfPupils":%3$s}}
                """.formatted(
                        code, list(certified, "2024/25"), list("cirka " + pupils, "2024/25"), list(exam, "2021/22"));
    }

    private static String nation(String programme, String exam) {
        return """
                {"status":"OK","message":"Success","body":{"programCode":"%s","totalNumberOfPupils":null,\
                "certifiedTeachersQuota":%s,"ratioOfPupilsWithExamWithin3Years":%s}}
                """.formatted(programme, list("84,2", "2024/25"), list(exam, "2021/22"));
    }

    private static String list(String value, String period) {
        return "[{\"value\":\"%s\",\"valueType\":\"EXISTS\",\"timePeriod\":\"%s\"}]".formatted(value, period);
    }

    @Test
    void figuresOfSchoolsProgrammesAndTheNationBecomeObservations() {
        imported("skolverket-planned-educations-gy", OF_UNITS);
        JsonPath job = imported("skolverket-national-values-gy", OF_NATION);

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getString("report.licence")).isEqualTo("CC0-1.0");
        assertThat(job.getLong("report.observations.inserted")).isEqualTo(3);
        assertThat(current())
                .containsExactly(
                        "gy.certified-teachers nation 00 84.2",
                        "gy.certified-teachers school-unit 10000001 96.6",
                        "gy.certified-teachers school-unit 10000003 90.0",
                        "gy.exam-3 nation 00 EK 84.6",
                        "gy.exam-3 nation 00 NA 86.0",
                        "gy.exam-3 school-unit 10000001 EK 72.9",
                        "gy.exam-3 school-unit 10000003 EK 80.0",
                        "gy.pupils school-unit 10000001 270",
                        "gy.pupils school-unit 10000001 EK 270",
                        "gy.pupils school-unit 10000003 130",
                        "gy.pupils school-unit 10000003 EK 130");
    }

    @Test
    void theSourcesFigureIsTheNationsValueAndOursStandsBesideIt() {
        imported("skolverket-planned-educations-gy", OF_UNITS);
        imported("skolverket-national-values-gy", OF_NATION);

        released();

        // (72.9 * 270 + 80.0 * 130) / 400 = 75.2075, and (96.6 * 270 + 90.0 * 130) / 400 = 94.455.
        assertThat(nations("GY-EXAM-3-EK")).isEqualTo("84.6 normal 75.2");
        assertThat(nations("GY-CERTIFIED-TEACHERS")).isEqualTo("84.2 normal 94.5");
    }

    private static JsonPath imported(String source, String file) {
        return uploaded("/v1/imports?source=" + source, "application/x-ndjson", file);
    }

    /** The nation's value with its status and our estimate. */
    private static String nations(String indicator) {
        JsonPath values =
                given().get("/v1/values?level=nation&indicator=" + indicator).jsonPath();
        return "%s %s %s"
                .formatted(
                        values.getString("items[0].value"),
                        values.getString("items[0].status"),
                        values.getString("items[0].estimate"));
    }

    private List<String> current() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', measure, level, area, nullif(programme, ''), value) from observation"
                                + " where superseded_by is null order by 1")
                .mapTo(String.class)
                .list());
    }
}
