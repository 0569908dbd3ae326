package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static se.skolkvalitet.regional.testsupport.Register.imported;
import static se.skolkvalitet.regional.testsupport.Register.organiser;
import static se.skolkvalitet.regional.testsupport.Register.post;
import static se.skolkvalitet.regional.testsupport.Register.unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Told;

@QuarkusTest
class RegisterImportTest {
    /** A {@code traceparent} up to where its span begins. */
    private static final int TO_THE_SPAN = "00-0af7651916cd43dd8448eb211c80319c-".length();

    @Inject
    Told told;

    @Test
    void aSecondImportOfTheSameFileChangesNothingAndSaysSo() {
        String file = unit("20000001", "5560360793", "0180") + unit("20000002", "5560360793", "0184");

        JsonPath first = imported(file, "atomic");
        JsonPath second = imported(file, "atomic");

        assertThat(first.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 2, "changed", 0, "unchanged", 0));
        assertThat(second.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 2));
        assertThat(second.getMap("report.organisers")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1));
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000001")).hasSize(1);
    }

    @Test
    void announcesWhatChangedAndNothingElse() {
        String before = unit("20000011", "2120000159", "0180") + unit("20000012", "2120000159", "0180");
        String after = unit("20000011", "2120000159", "0180")
                + unit("20000012", "2120000159", "0180").replace("Skola", "Ny");

        imported(before, "atomic");
        imported(after, "atomic");

        assertThat(told.of(SchoolUnit.State.TOPIC, "20000011")).hasSize(1);
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000012"))
                .hasSize(2)
                .allSatisfy(data -> Contracts.assertValid(SchoolUnit.State.TYPE, data));
        assertThat(told.of(Organiser.State.TOPIC, "2120000159"))
                .hasSize(1)
                .allSatisfy(data -> Contracts.assertValid(Organiser.State.TYPE, data));
    }

    @Test
    void whatAnImportAnnouncesBelongsToTheTraceOfItsRequest() {
        String file = unit("20000601", organiser(601), "0180");

        String asked = post(file, "atomic", UUID.randomUUID().toString())
                .then()
                .extract()
                .header("traceparent");

        List<String> traces = await().atMost(Duration.ofSeconds(60))
                .until(() -> told.tracesOf(SchoolUnit.State.TOPIC, "20000601"), events -> !events.isEmpty());
        assertThat(traces).singleElement().asString().startsWith(asked.substring(0, TO_THE_SPAN));
    }

    @Test
    void anAtomicImportWithOneBrokenLineImportsNothingAndNamesTheLine() {
        String file = unit("20000021", "2021004185", "0180")
                + "{\"code\": \"2000\n"
                + unit("20000023", "2021004186", "0180")
                + unit("20000024", "2021004185", "9999")
                + unit("20000021", "2021004185", "0180");

        JsonPath job = imported(file, "atomic");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("report.faults.field"))
                .containsExactlyInAnyOrder(
                        "line 2", "line 3: organisationRegistryNumber", "line 4: geographicalAreaCode", "line 5: code");
        given().get("/v1/school-units/20000021").then().statusCode(404);
    }

    @Test
    void aCompletedImportHasDoneAllItsLines() {
        String file = unit("20000041", "5020770862", "0180") + unit("20000042", "5020770862", "0180");

        JsonPath job = imported(file, "atomic");

        assertThat(job.getLong("done")).isEqualTo(2);
        assertThat(job.getLong("total")).isEqualTo(2);
    }

    @Test
    void aLenientImportLeavesTheBrokenLinesOut() {
        String file = unit("20000031", "5020770862", "0180") + "not json\n" + unit("20000033", "5020770862", "0000");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getString("state")).isEqualTo("completed");
        assertThat(job.getInt("report.skippedLines")).isEqualTo(2);
        given().get("/v1/school-units/20000031").then().statusCode(200);
        given().get("/v1/school-units/20000033").then().statusCode(404);
    }

    @Test
    void allFaultsOfAFileCanBeReadPageByPageAlthoughTheReportTellsAHundred() {
        JsonPath job = imported("not json\n".repeat(150), "atomic");

        assertThat(job.getList("report.faults")).hasSize(100);
        assertThat(job.getInt("report.faultCount")).isEqualTo(150);
        assertThat(job.getMap("report.faultRules")).isEqualTo(Map.of("json", 150));
        String faults = "/v1/register-imports/" + job.getString("id") + "/faults";
        JsonPath first = given().get(faults + "?limit=100").jsonPath();
        JsonPath second = given().get(faults + "?limit=100&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(first.getList("items.line")).hasSize(100).startsWith(1).endsWith(100);
        assertThat(second.getList("items.line")).hasSize(50).startsWith(101).endsWith(150);
        assertThat(second.getMap("items[49]")).contains(Map.entry("rule", "json"), Map.entry("field", ""));
    }

    @Test
    void thereAreNoFaultsOfAnImportThatThereIsNot() {
        given().get("/v1/register-imports/{id}/faults", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void swappedCoordinatesAreFound() {
        String swapped = unit("20000041", "2021004185", "0180")
                .replace("\"59.3\"", "\"18.1\"")
                .replace("\"18.05\"", "\"59.3\"");

        JsonPath job = imported(swapped, "atomic");

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
        Offices.open("visby", "0980");
        Offices.open("kalmar", "0880");
        imported(unit("20000061", "2120000803", "0980"), "atomic");
        given().get("/v1/organisers/2120000803/office").then().statusCode(404);

        Offices.cover("visby", "\"1\"", "09").then().statusCode(200);

        given().get("/v1/organisers/2120000803/office").then().body("office", equalTo("visby"));
        assertThat(told.of(Organiser.State.TOPIC, "2120000803"))
                .last()
                .asString()
                .contains("\"office\":\"visby\"");
        Offices.cover("kalmar", "\"1\"", "08", "09")
                .then()
                .statusCode(409)
                .body("detail", equalTo("Other offices answer for these counties: 09 (visby)"));
    }

    @Test
    void aRepeatOfAFaultyLineStaysInALenientImport() {
        String organiser = organiser(701);
        String file = unit("20000071", organiser, "9999") + unit("20000071", organiser, "0180");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: geographicalAreaCode");
        given().get("/v1/school-units/20000071").then().statusCode(200);
    }

    @Test
    void aRepeatOfASoundLineIsLeftOutOfALenientImport() {
        String organiser = organiser(702);
        String file = unit("20000072", organiser, "0180") + unit("20000072", organiser, "0184");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 2: code");
        given().get("/v1/school-units/20000072").then().body("municipality.code", equalTo("0180"));
    }

    @Test
    void oneLineWithAnotherKindDoesNotTakeTheOrganisersOtherLines() {
        String organiser = organiser(703);
        String file = municipal(unit("20000073", organiser, "0180"))
                + unit("20000074", organiser, "0180")
                + unit("20000075", organiser, "0180");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: principalOrganizerType");
        assertThat(job.getInt("report.schoolUnits.inserted")).isEqualTo(2);
        given().get("/v1/organisers/" + organiser).then().body("kind", equalTo("independent"));
    }

    @Test
    void withAsManyUnitsOfTwoKindsTheOneThatTheRegisterKnowsIsRight() {
        String organiser = organiser(704);
        imported(municipal(unit("20000076", organiser, "0180")), "atomic");
        String file = unit("20000077", organiser, "0180") + municipal(unit("20000078", organiser, "0180"));

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: principalOrganizerType");
        given().get("/v1/organisers/" + organiser).then().body("kind", equalTo("municipal"));
    }

    @Test
    void anAtomicImportRefusesAKindThatContradictsItself() {
        String organiser = organiser(705);
        String file = unit("20000079", organiser, "0180")
                + unit("20000080", organiser, "0180")
                + municipal(unit("20000081", organiser, "0180"));

        JsonPath job = imported(file, "atomic");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("report.faults.rule")).containsExactly("contradiction");
        given().get("/v1/organisers/" + organiser).then().statusCode(404);
    }

    @Test
    void aControlCharacterIsAFaultOfItsLineOnly() {
        String organiser = organiser(706);
        String file = unit("20000082", organiser, "0180").replace("Gatan 1", "Gatan\\u0001")
                + unit("20000083", organiser, "0180");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.rule")).containsExactly("control-character");
        given().get("/v1/school-units/20000083").then().statusCode(200);
    }

    @Test
    void aTextThatNoDatabaseCanStoreIsAFaultOfItsLineOnlyWhereverItStands() {
        String organiser = organiser(718);
        String file = unit("20000098", organiser, "0180").replace("Fristående", "\\u0000")
                + unit("20000098", organiser, "0180").replace("\"code\":\"20000098\"", "\"code\":\"\\u0000\"")
                + unit("20000098", organiser, "0180").replace("\"fsk\"", "\"\\ud800\"")
                + unit("20000099", organiser, "0180");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.rule")).containsExactly("plain-text", "plain-text", "plain-text");
        assertThat(job.getList("report.faults.field"))
                .containsExactly("line 1: principalOrganizerType", "line 2: code", "line 3: typeOfSchooling[1].code");
        given().get("/v1/school-units/20000099").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"code":"gr"}       | typeOfSchooling         | type
        "gr"                | typeOfSchooling         | type
        null                | typeOfSchooling         | required
        ["gr"]              | typeOfSchooling[0].code | required
        [{"code":7}]        | typeOfSchooling[0].code | type
        [{"code":null}]     | typeOfSchooling[0].code | required
        [{"code":"gymnas"}] | typeOfSchooling[0].code | one-of
        """)
    void schoolFormsOfAnotherShapeAreAFaultOfTheirLineOnly(String forms, String field, String rule) {
        String organiser = organiser(719);
        String file = unit("20000100", organiser, "0180").replace("[{\"code\":\"gr\"},{\"code\":\"fsk\"}]", forms)
                + unit("20000101", organiser, "0180");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: " + field);
        assertThat(job.getList("report.faults.rule")).containsExactly(rule);
        given().get("/v1/school-units/20000101").then().statusCode(200);
    }

    @Test
    void aTextLongerThanAnybodyReadsIsAFaultOfItsLineOnly() {
        String organiser = organiser(721);
        String file = unit("20000104", organiser, "0180").replace("Gatan 1", "G".repeat(501))
                + unit("20000105", organiser, "0180").replace("59.3", "5" + "9".repeat(3_900_000))
                + unit("20000106", organiser, "0180").replace("Gatan 1", "G".repeat(500));

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field"))
                .containsExactly("line 1: contactInfo.addresses.street", "line 2: wgs84_Lat");
        assertThat(job.getList("report.faults.rule")).containsExactly("size", "number");
        given().get("/v1/school-units/20000106").then().statusCode(200);
    }

    @Test
    void aTextOfAnotherTypeIsAFaultOfItsLineOnly() {
        String organiser = organiser(720);
        String file =
                unit("20000102", organiser, "0180").replace("\"ALLMAN\"", "7") + unit("20000103", organiser, "0180");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: schoolOrientation");
        assertThat(job.getList("report.faults.rule")).containsExactly("type");
        given().get("/v1/school-units/20000103").then().statusCode(200);
    }

    @Test
    void anOrganiserThatLosesItsLastUnitIsDormantWithTheSeatThatItHad() {
        String losing = organiser(711);
        imported(unit("20000091", losing, "0580"), "atomic");

        JsonPath job = imported(unit("20000091", organiser(712), "0680"), "atomic");

        assertThat(job.getMap("report.organisers")).isEqualTo(Map.of("inserted", 1, "changed", 1, "unchanged", 0));
        assertThat(told.of(Organiser.State.TOPIC, losing))
                .hasSize(2)
                .allSatisfy(data -> Contracts.assertValid(Organiser.State.TYPE, data))
                .last()
                .asString()
                .contains("\"status\":\"dormant\"", "\"code\":\"0580\"");
    }

    @Test
    void aDormantOrganiserIsActiveAgainWithItsNextUnit() {
        String organiser = organiser(713);
        imported(unit("20000092", organiser, "0580"), "atomic");
        imported(unit("20000092", organiser(714), "0580"), "atomic");

        imported(unit("20000093", organiser, "0680"), "atomic");

        given().get("/v1/organisers/" + organiser)
                .then()
                .body("status", equalTo("active"))
                .body("municipality.code", equalTo("0680"));
    }

    @Test
    void anOrganiserThatLosesUnitsAndHasOthersLeftMovesItsSeatAndIsAnnounced() {
        String losing = organiser(715);
        imported(
                unit("20000094", losing, "0580") + unit("20000095", losing, "0580") + unit("20000096", losing, "0680"),
                "atomic");
        String taking = organiser(716);

        imported(unit("20000094", taking, "0580") + unit("20000095", taking, "0580"), "atomic");

        given().get("/v1/organisers/" + losing)
                .then()
                .body("status", equalTo("active"))
                .body("municipality.code", equalTo("0680"));
        assertThat(told.of(Organiser.State.TOPIC, losing))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"code\":\"0680\"");
    }

    @Test
    void aUnitMayHaveAnySchoolForm() {
        String forms = Stream.of("forskola", "fsk", "gr", "gran", "spec", "sam", "gy", "gyan", "vuxgr", "fth")
                .map("{\"code\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
        String file = unit("20000097", organiser(717), "0180").replace("{\"code\":\"gr\"},{\"code\":\"fsk\"}", forms);

        imported(file, "atomic");

        given().get("/v1/school-units/20000097")
                .then()
                .body(
                        "schoolForms",
                        equalTo(Stream.of(SchoolForm.values())
                                .map(SchoolForm::value)
                                .toList()));
    }

    private static String municipal(String unit) {
        return unit.replace("Fristående", "Kommunal");
    }
}
