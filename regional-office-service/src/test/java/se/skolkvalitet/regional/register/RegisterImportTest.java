package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;

@QuarkusTest
class RegisterImportTest {
    @Inject
    Jdbi jdbi;

    @Test
    void aSecondImportOfTheSameFileChangesNothingAndSaysSo() {
        String file = unit("20000001", "5560360793", "0180") + unit("20000002", "5560360793", "0184");

        JsonPath first = report(imported(file, "atomic"));
        JsonPath second = report(imported(file, "atomic"));

        assertThat(first.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 2, "changed", 0, "unchanged", 0));
        assertThat(second.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 2));
        assertThat(second.getMap("report.organisers")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1));
        assertThat(events(SchoolUnit.State.TOPIC, "20000001")).hasSize(1);
    }

    @Test
    void announcesWhatChangedAndNothingElse() {
        String before = unit("20000011", "2120000159", "0180") + unit("20000012", "2120000159", "0180");
        String after = unit("20000011", "2120000159", "0180")
                + unit("20000012", "2120000159", "0180").replace("Skola", "Ny");

        report(imported(before, "atomic"));
        report(imported(after, "atomic"));

        assertThat(events(SchoolUnit.State.TOPIC, "20000011")).hasSize(1);
        assertThat(events(SchoolUnit.State.TOPIC, "20000012"))
                .hasSize(2)
                .allSatisfy(data -> Contracts.assertValid(SchoolUnit.State.TYPE, data));
        assertThat(events(Organiser.State.TOPIC, "2120000159"))
                .hasSize(1)
                .allSatisfy(data -> Contracts.assertValid(Organiser.State.TYPE, data));
    }

    @Test
    void anAtomicImportWithOneBrokenLineImportsNothingAndNamesTheLine() {
        String file = unit("20000021", "2021004185", "0180")
                + "{\"code\": \"2000\n"
                + unit("20000023", "2021004186", "0180")
                + unit("20000024", "2021004185", "9999")
                + unit("20000021", "2021004185", "0180");

        JsonPath job = report(imported(file, "atomic"));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("report.faults.field"))
                .containsExactlyInAnyOrder(
                        "line 2", "line 3: organisationRegistryNumber", "line 4: geographicalAreaCode", "line 5: code");
        given().get("/v1/school-units/20000021").then().statusCode(404);
    }

    @Test
    void aLenientImportLeavesTheBrokenLinesOut() {
        String file = unit("20000031", "5020770862", "0180") + "not json\n" + unit("20000033", "5020770862", "0000");

        JsonPath job = report(imported(file, "lenient"));

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getInt("report.skippedLines")).isEqualTo(2);
        given().get("/v1/school-units/20000031").then().statusCode(200);
        given().get("/v1/school-units/20000033").then().statusCode(404);
    }

    @Test
    void swappedCoordinatesAreFound() {
        String swapped = unit("20000041", "2021004185", "0180")
                .replace("\"59.3\"", "\"18.1\"")
                .replace("\"18.05\"", "\"59.3\"");

        JsonPath job = report(imported(swapped, "atomic"));

        assertThat(job.getList("report.faults.rule")).containsExactly("range", "range");
    }

    @Test
    void theSameKeyAndFileIsOneImportAndAnotherFileIsRefused() {
        String key = UUID.randomUUID().toString();
        String file = unit("20000051", "2120000142", "0180");

        String first =
                post(file, "atomic", key).then().statusCode(202).extract().path("id");
        String second =
                post(file, "atomic", key).then().statusCode(202).extract().path("id");

        assertThat(second).isEqualTo(first);
        post(file + file, "atomic", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:skolkvalitet:problem:idempotency-mismatch"));
    }

    @Test
    void anOrganisersOfficeFollowsTheCoverageOfItsCounty() {
        put("/v1/offices/visby", null, "{\"name\":\"Visby\",\"municipality\":\"0980\"}");
        put("/v1/offices/kalmar", null, "{\"name\":\"Kalmar\",\"municipality\":\"0880\"}");
        report(imported(unit("20000061", "2120000803", "0980"), "atomic"));
        given().get("/v1/organisers/2120000803/office").then().statusCode(404);

        put("/v1/offices/visby/coverage", "\"1\"", "{\"counties\":[\"09\"]}")
                .then()
                .statusCode(200);

        given().get("/v1/organisers/2120000803/office").then().body("office", equalTo("visby"));
        assertThat(events(Organiser.State.TOPIC, "2120000803"))
                .last()
                .asString()
                .contains("\"office\":\"visby\"");
        put("/v1/offices/kalmar/coverage", "\"1\"", "{\"counties\":[\"08\",\"09\"]}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Other offices answer for these counties: 09 (visby)"));
    }

    private static Response put(String path, String ifMatch, String body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    private static String imported(String file, String mode) {
        return post(file, mode, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static Response post(String file, String mode, String key) {
        return given().contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .queryParam("mode", mode)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/register-imports");
    }

    private static JsonPath report(String location) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(location).jsonPath(), job -> List.of("completed", "failed")
                        .contains(job.getString("state")));
    }

    private List<String> events(String topic, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select data from outbox where topic = :topic and subject = :subject order by seq")
                .bind("topic", topic)
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }

    private static String unit(String code, String organiser, String municipality) {
        return """
            {"code":"%s","name":"Skola %s","contactInfo":{"addresses":[{"type":"VISITING_ADDRESS","street":"Gatan 1",\
            "zipCode":"11111","city":"Orten"}]},"geographicalAreaCode":"%s","wgs84_Lat":"59.3","wgs84_Long":"18.05",\
            "organisationRegistryNumber":"%s","principalOrganizerType":"Fristående","corporationName":"Huvudman",\
            "schoolOrientation":"ALLMAN","typeOfSchooling":[{"code":"gr"},{"code":"fsk"}]}
            """.formatted(code, code, municipality, organiser);
    }
}
