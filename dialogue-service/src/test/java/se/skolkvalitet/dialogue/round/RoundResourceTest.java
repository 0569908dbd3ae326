package se.skolkvalitet.dialogue.round;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.AtOnce;
import se.skolkvalitet.kit.text.InvalidValue;

@QuarkusTest
class RoundResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private static final LocalDate FAR_OFF = TODAY.plusYears(1);

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void oneOrganiser() {
        OneOrganiser.alone(jdbi);
    }

    @Test
    void aRoundIsFoundWhereItsLocationSaysWithItsVersionAsTag() {
        Response opened = open("r1", FAR_OFF);

        given().get(opened.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("code", equalTo("r1"))
                .body("version", equalTo(1))
                .body("dialogues", equalTo(1));
    }

    /** Whoever forges a cursor with the day is told that it is none; the database would fail. */
    @Test
    void noPageBeginsAfterADayThatNoDatabaseHolds() {
        assertThatThrownBy(() -> RoundRepository.Place.read(List.of("+999999999-12-31", "r1")))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void roundsPageEarliestFirstAlsoWhereTheyBeginOnTheSameDay() {
        open("c", FAR_OFF);
        open("a", FAR_OFF.plusDays(1));
        open("b", FAR_OFF);

        Response first = given().get("/v1/rounds?limit=1");
        Response second = given().get("/v1/rounds?limit=1&cursor=" + first.path("next"));
        Response third = given().get("/v1/rounds?limit=1&cursor=" + second.path("next"));

        assertThat(List.of(first, second, third))
                .extracting(page -> page.<String>path("items[0].code"))
                .containsExactly("b", "c", "a");
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(third.<String>path("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ", "MjAyNy0wMi0wMR8", "MjAyNy0xMy0wMR9h", "!"})
    void aCursorThatNoPageGaveIsRefused(String cursor) {
        given().get("/v1/rounds?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"))
                .body("errors[0].rule", equalTo("cursor"));
    }

    @Test
    void nobodyMeetsAnOrganiserWithoutSchoolUnits() {
        jdbi.useHandle(handle -> handle.execute("update organiser set status = 'dormant'"));

        Response refused = open("r1", FAR_OFF);

        refused.then().statusCode(400).body("errors[0].rule", equalTo("not-ready"));
    }

    @Test
    void latestIsTheRoundWithTheLatestFirstDay() {
        open("sooner", FAR_OFF);
        open("later", FAR_OFF.plusDays(1));

        given().get("/v1/rounds/latest")
                .then()
                .statusCode(200)
                .body("code", equalTo("later"))
                .header("Content-Location", endsWith("/v1/rounds/later"));
    }

    @Test
    void currentIsTheRoundThatTodayLiesIn() {
        open("before", TODAY.minusYears(1));
        open("now", TODAY);
        open("after", FAR_OFF);

        given().get("/v1/rounds/current").then().statusCode(200).body("code", equalTo("now"));
    }

    @Test
    void whatWasTheLatestRoundIsNotTakenForTheOneThatIsNow() {
        open("sooner", FAR_OFF);
        String tag = given().get("/v1/rounds/latest").header("ETag");
        open("later", FAR_OFF.plusDays(1));

        given().header("If-None-Match", tag)
                .get("/v1/rounds/latest")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("code", equalTo("later"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "latest", "nothing", "latest/plan"})
    void aRoundThatIsNotThereIsNotFound(String name) {
        given().get("/v1/rounds/" + name).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "latest"})
    void aNameThatStandsForARoundIsNoCodeOfOne(String code) {
        open(code, FAR_OFF)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("code"))
                .body("errors[0].rule", equalTo("reserved"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000-01-01, 9999-12-31, range",
        "2027-02-01, 2030-02-02, range",
        "2027-02-06, 2027-02-07, range",
        "2027-02-01, 2027-03-07, range",
        "2027-02-01, 2027-02-01, order",
        "2027-02-01, 2026-02-01, order"
    })
    void aRoundLastsFromFiveWeeksToThreeYears(LocalDate firstDay, LocalDate lastDay, String rule) {
        open("r", firstDay, lastDay)
                .then()
                .statusCode(400)
                .body("errors.field", contains("lastDay"))
                .body("errors.rule", contains(rule));
    }

    @ParameterizedTest
    @CsvSource({"1000-01-01, 1000-02-05", "2027-02-01, 2030-02-01", "9996-12-31, 9999-12-31"})
    void aRoundOfThatLengthIsOpenedWheneverItIs(LocalDate firstDay, LocalDate lastDay) {
        open("r", firstDay, lastDay)
                .then()
                .statusCode(201)
                .body("firstDay", equalTo(firstDay.toString()))
                .body("lastDay", equalTo(lastDay.toString()));
    }

    @Test
    void aRoundIsNotForMoreOrganisersThanCanBeNamed() {
        jdbi.useHandle(handle -> {
            handle.execute("insert into organiser select cast(6000000000 + i as text), 'Bolag', 'independent', '0180',"
                    + " 'solna' from generate_series(1, 5000) as i");
            handle.execute("insert into analysis select org_number, '2026.1', '/v1/analyses/x', 2, '{grundskola}'"
                    + " from organiser on conflict do nothing");
        });

        open("r", FAR_OFF)
                .then()
                .statusCode(400)
                .body("errors.field", contains("organisers"))
                .body("errors.rule", contains("size"))
                .body("detail", containsString("5001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Round\u0001", "\tRound", "First\nround", "Round\n", "Round\r\n", "Round\u007f", "\u0085Round"})
    void aNameHasNoControlCharacters(String name) {
        given().contentType(ContentType.JSON)
                .body(Map.of("code", "r", "name", name, "firstDay", "2027-02-01", "lastDay", "2027-06-30"))
                .post("/v1/rounds")
                .then()
                .statusCode(400)
                .body("errors.field", contains("name"))
                .body("errors.rule", contains("pattern"))
                .body("errors[0].message", equalTo("write something on one line, without control characters"));
    }

    @Test
    void anOrganiserThatIsNullIsRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "code", "r",
                        "name", "Round",
                        "firstDay", "2027-02-01",
                        "lastDay", "2027-06-30",
                        "organisers", Arrays.asList("5555550001", null)))
                .post("/v1/rounds")
                .then()
                .statusCode(400)
                .body("errors[0].field", startsWith("organisers"))
                .body("errors[0].rule", equalTo("not-null"));
    }

    @Test
    void anOrganisationNumberHasTenDigits() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "code", "r",
                        "name", "Round",
                        "firstDay", "2027-02-01",
                        "lastDay", "2027-06-30",
                        "organisers", List.of("555555-0001")))
                .post("/v1/rounds")
                .then()
                .statusCode(400)
                .body("errors[0].field", startsWith("organisers"))
                .body("errors[0].rule", equalTo("pattern"));
    }

    @Test
    void ofManyWhoOpenTheSameRoundAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        List<Integer> answers = AtOnce.call(8, () -> open("r", FAR_OFF).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    private static Response open(String code, LocalDate firstDay) {
        return open(code, firstDay, firstDay.plusWeeks(20));
    }

    private static Response open(String code, LocalDate firstDay, LocalDate lastDay) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "code", code, "name", "Round", "firstDay", firstDay.toString(), "lastDay", lastDay.toString()))
                .post("/v1/rounds");
    }
}
