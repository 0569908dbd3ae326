package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static se.skolkvalitet.regional.testsupport.Register.importedAsOf;
import static se.skolkvalitet.regional.testsupport.Register.unit;
import static se.skolkvalitet.regional.testsupport.Register.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.Register;
import se.skolkvalitet.regional.testsupport.Told;

/** From when to when an organiser had a unit, told by files of the register. */
@QuarkusTest
class MembershipTest {
    private static final String UNIT = "20000501";
    private static final String OLD = Register.organiser(501);
    private static final String NEW = Register.organiser(502);
    private static final String THIRD = Register.organiser(503);

    @Inject
    Told told;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @BeforeEach
    void forget() {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from membership where unit like '200005%'");
            handle.execute("delete from outbox where subject like '200005%'");
            handle.execute("delete from school_unit where code like '200005%'");
        });
    }

    @Test
    void nobodyKnowsWhenTheMembershipOfTheFirstLoadBegan() {
        importedAsOf("2025-08-01", of(OLD));

        assertThat(memberships()).containsExactly("… OLD …");
    }

    @Test
    void aUnitsOwnFirstDayIsTheBeginningOfItsFirstMembership() {
        importedAsOf("2025-08-01", with(of(OLD), "startdate=2019-07-01"));

        assertThat(memberships()).containsExactly("2019-07-01 OLD …");
    }

    @Test
    void aUnitsOwnFirstDayIsTakenInWhenItIsToldLater() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-08-02", of(NEW));

        importedAsOf("2025-08-03", with(of(NEW), "startdate=2019-07-01"));

        assertThat(memberships()).containsExactly("2019-07-01 OLD 2025-08-02", "2025-08-02 NEW …");
    }

    @Test
    void aTakeoverEndsOneMembershipAndBeginsTheNextOnTheDayOfTheFile() {
        importedAsOf("2025-08-01", of(OLD));

        importedAsOf("2025-09-01", of(NEW));

        assertThat(memberships()).containsExactly("… OLD 2025-09-01", "2025-09-01 NEW …");
        given().get("/v1/school-units/" + UNIT)
                .then()
                .body("organiser", equalTo(NEW))
                .body("memberships[0]", equalTo(Map.of("organiser", OLD, "to", "2025-09-01")));
    }

    @Test
    void aTakeoverWithAStatedDayBeginsOnThatDay() {
        importedAsOf("2025-08-01", of(OLD));

        importedAsOf("2025-09-05", with(of(NEW), "organiserSince=2025-07-01"));

        assertThat(memberships()).containsExactly("… OLD 2025-07-01", "2025-07-01 NEW …");
    }

    @ParameterizedTest
    @CsvSource({"2025-08-15", "2025-09-20"})
    void theDayOfATakeoverCanBeStatedAfterwardsEarlierAndLater(String day) {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", of(NEW));

        importedAsOf("2025-10-01", with(of(NEW), "organiserSince=" + day));

        assertThat(memberships()).containsExactly("… OLD " + day, day + " NEW …");
    }

    @Test
    void aStatedDayBeforeAllElseLeavesNothingBeforeIt() {
        importedAsOf("2025-08-01", with(of(OLD), "organiserSince=2025-03-01"));
        importedAsOf("2025-09-01", of(NEW));

        importedAsOf("2025-10-01", with(of(THIRD), "organiserSince=2025-02-01"));

        assertThat(memberships()).containsExactly("2025-02-01 THIRD …");
    }

    @Test
    void whoGetsItsUnitBackHasTwoMemberships() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", of(NEW));

        importedAsOf("2025-10-01", of(OLD));

        assertThat(memberships()).containsExactly("… OLD 2025-09-01", "2025-09-01 NEW 2025-10-01", "2025-10-01 OLD …");
    }

    @Test
    void aCorrectionOnTheSameDayTakesBackTheTakeover() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", of(NEW));

        importedAsOf("2025-09-01", of(OLD));

        assertThat(memberships()).containsExactly("… OLD …");
    }

    @Test
    void aCorrectionOnTheSameDayNamesAnotherOrganiserWithoutAnEmptyMembership() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", of(NEW));

        importedAsOf("2025-09-01", of(THIRD));

        assertThat(memberships()).containsExactly("… OLD 2025-09-01", "2025-09-01 THIRD …");
    }

    @Test
    void aCorrectionOfTheFirstLoadOnTheSameDayLeavesNothingOfIt() {
        importedAsOf("2025-08-01", of(OLD));

        importedAsOf("2025-08-01", of(NEW));

        assertThat(memberships()).containsExactly("… NEW …");
    }

    @Test
    void aFileOfAnOlderDayChangesNothing() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", of(NEW));

        JsonPath job = importedAsOf("2025-08-15", of(THIRD).replace("Skola", "Gammal"));

        assertThat(job.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1));
        assertThat(memberships()).containsExactly("… OLD 2025-09-01", "2025-09-01 NEW …");
        assertThat(told.of(SchoolUnit.State.TOPIC, UNIT)).hasSize(2);
    }

    @Test
    void aFileOfAnOlderDayDoesNotRenameAnOrganiserOfNewerUnits() {
        importedAsOf("2025-09-01", of(OLD));

        importedAsOf("2025-08-01", of(OLD) + unit("20000502", OLD, "0180").replace("Huvudman", "Gamla namnet"));

        given().get("/v1/organisers/" + OLD).then().body("name", equalTo("Huvudman"));
    }

    @Test
    void aFileOfAnotherDayThatTellsTheSameIsAnnouncedToNobody() {
        importedAsOf("2025-08-01", of(OLD));

        JsonPath job = importedAsOf("2025-09-01", of(OLD));

        assertThat(job.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1));
        assertThat(told.of(SchoolUnit.State.TOPIC, UNIT)).hasSize(1);
    }

    @Test
    void aMembershipEndsTheDayAfterTheUnitsLastDay() {
        importedAsOf("2025-08-01", of(OLD));

        JsonPath job = importedAsOf("2025-09-01", with(of(OLD), "endDate=2025-06-30"));

        assertThat(job.getInt("report.closedUnits")).isEqualTo(1);
        assertThat(memberships()).containsExactly("… OLD 2025-07-01");
        given().get("/v1/school-units/" + UNIT)
                .then()
                .body("status", equalTo("closed"))
                .body("organiser", equalTo(OLD));
    }

    @Test
    void aLastDayThatIsToComeEndsNothingYet() {
        importedAsOf("2025-08-01", with(of(OLD), "endDate=2026-06-30"));

        assertThat(memberships()).containsExactly("… OLD …");
        given().get("/v1/school-units/" + UNIT).then().body("status", equalTo("active"));
    }

    @Test
    void theLastDayOfAClosedUnitCanBeCorrected() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", with(of(OLD), "endDate=2025-06-30"));

        importedAsOf("2025-10-01", with(of(OLD), "endDate=2025-08-15"));

        assertThat(memberships()).containsExactly("… OLD 2025-08-16");
    }

    @Test
    void aUnitThatComesBackHasANewMembership() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", with(of(OLD), "endDate=2025-06-30"));

        importedAsOf("2025-10-01", of(NEW));

        assertThat(memberships()).containsExactly("… OLD 2025-07-01", "2025-10-01 NEW …");
        given().get("/v1/school-units/" + UNIT).then().body("status", equalTo("active"));
    }

    @Test
    void aClosingThatIsTakenBackOnTheSameDayLeavesNoGap() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", with(of(OLD), "endDate=2025-06-30"));

        importedAsOf("2025-09-01", of(OLD));

        assertThat(memberships()).containsExactly("… OLD …");
    }

    @Test
    void aFirstLoadThatIsTakenBackAndLoadedAnewOnTheSameDayLeavesNothingOfIt() {
        importedAsOf("2025-08-01", of(OLD) + unit("20000503", NEW, "0980"));
        importedAsOf("2025-08-01", "atomic", "09", unit("20000503", NEW, "0980"));

        importedAsOf("2025-08-01", of(THIRD));

        assertThat(memberships()).containsExactly("… THIRD …");
    }

    @Test
    void aUnitThatAWholeFileDoesNotListIsClosed() {
        importedAsOf("2025-08-01", of(OLD) + unit("20000503", NEW, "0980") + unit("20000504", NEW, "0180"));

        JsonPath job = importedAsOf("2025-09-01", "atomic", "09", unit("20000503", NEW, "0980"));

        assertThat(job.getInt("report.closedUnits")).isEqualTo(1);
        assertThat(job.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 1, "unchanged", 1));
        assertThat(memberships()).containsExactly("… OLD 2025-09-01");
        given().get("/v1/school-units/20000504").then().body("status", equalTo("active"));
        given().get("/v1/organisers/" + OLD).then().body("status", equalTo("dormant"));
    }

    @Test
    void aUnitThatIsMissingBesideAFaultyLineIsNotClosed() {
        importedAsOf("2025-08-01", of(OLD) + unit("20000503", NEW, "0980"));

        JsonPath job = importedAsOf("2025-09-01", "lenient", "09", "broken\n" + unit("20000503", NEW, "0980"));

        assertThat(job.getInt("report.closedUnits")).isZero();
        assertThat(memberships()).containsExactly("… OLD …");
    }

    @Test
    void twoOrganisersThatChangeUnitsAreBothInTheFile() {
        importedAsOf("2025-08-01", of(OLD) + unit("20000505", NEW, "0980"));

        importedAsOf("2025-09-01", of(NEW) + unit("20000505", OLD, "0980"));

        assertThat(memberships()).containsExactly("… OLD 2025-09-01", "2025-09-01 NEW …");
        assertThat(memberships("20000505")).containsExactly("… NEW 2025-09-01", "2025-09-01 OLD …");
        given().get("/v1/organisers/" + OLD).then().body("status", equalTo("active"));
    }

    @Test
    void aFileThatGivesAUnitToTwoOrganisersIsRefused() {
        JsonPath job = importedAsOf("2025-08-01", of(OLD) + of(NEW));

        assertThat(job.getList("report.faults.rule")).containsExactly("duplicate");
    }

    @Test
    void theEventsCarryTheMemberships() {
        importedAsOf("2025-08-01", of(OLD));
        importedAsOf("2025-09-01", of(NEW));

        importedAsOf("2025-10-01", with(of(NEW), "organiserSince=2025-08-15"));

        assertThat(told.of(SchoolUnit.State.TOPIC, UNIT))
                .hasSize(3)
                .allSatisfy(data -> Contracts.assertValid(SchoolUnit.State.TYPE, data))
                .last()
                .asString()
                .contains(
                        "\"memberships\":[{\"organiser\":\"%s\",\"to\":\"2025-08-15\"},{\"organiser\":\"%s\",\"from\":\"2025-08-15\"}]"
                                .formatted(OLD, NEW));
    }

    @ParameterizedTest
    @CsvSource({
        "startdate=2025-08-02, startdate, range",
        "organiserSince=2025-08-02, organiserSince, range",
        "startdate=0000-00-00, startdate, date",
        "startdate=0001-01-01, startdate, range",
        "endDate=+20250-01-01, endDate, range",
        "startdate=2020-07-01;organiserSince=2020-06-30, organiserSince, order",
        "startdate=2020-07-01;endDate=2020-06-30, endDate, order"
    })
    void daysThatCannotBeAreFaultsOfTheirLine(String fields, String field, String rule) {
        JsonPath job = importedAsOf("2025-08-01", with(of(OLD), fields.split(";")));

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: " + field);
        assertThat(job.getList("report.faults.rule")).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "asOf, 9999-12-31, range, A file cannot tell of a day to come",
        "asOf, -999999999-01-01, range, '''-999999999-01-01'' is not a day'",
        "covers, 99, unknown, There is no county 99; the nearest: 09"
    })
    void whatAFileCannotTellIsRefused(String parameter, String value, String rule, String message) {
        given().contentType("application/x-ndjson")
                .queryParam(parameter, value)
                .body(of(OLD).getBytes(StandardCharsets.UTF_8))
                .post("/v1/register-imports")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].message", startsWith(message));
    }

    @ParameterizedTest
    @CsvSource({"2025-08-31, 20000501", "2025-09-01, 20000506"})
    void anOrganisersUnitsCanBeAskedForAsOfADay(String on, String unit) {
        importedAsOf("2025-08-01", of(OLD) + unit("20000506", NEW, "0980"));
        importedAsOf("2025-09-01", of(NEW) + unit("20000506", OLD, "0980"));

        given().queryParam("organiser", OLD)
                .queryParam("on", on)
                .get("/v1/school-units")
                .then()
                .body("items.code", equalTo(List.of(unit)));
    }

    @Test
    void aDayThatNoRegisterHasIsRefused() {
        given().queryParam("on", "+999999999-12-31")
                .get("/v1/school-units")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("range"));
    }

    private static String of(String organiser) {
        return unit(UNIT, organiser, "0980");
    }

    private List<String> memberships() {
        return memberships(UNIT);
    }

    /** As {@code from organiser to}, unknown and open days as {@code …}. */
    private List<String> memberships(String unit) {
        List<String> told = new ArrayList<>();
        try {
            JsonNode body = mapper.readTree(
                    given().get("/v1/school-units/" + unit).then().extract().asString());
            for (JsonNode one : body.path("memberships")) {
                told.add("%s %s %s"
                        .formatted(
                                one.path("from").asText("…"),
                                name(one.path("organiser").asText()),
                                one.path("to").asText("…")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    private static String name(String organiser) {
        return organiser.equals(OLD) ? "OLD" : organiser.equals(NEW) ? "NEW" : "THIRD";
    }
}
