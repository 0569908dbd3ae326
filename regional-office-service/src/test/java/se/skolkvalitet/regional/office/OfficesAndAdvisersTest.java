package se.skolkvalitet.regional.office;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Told;

@QuarkusTest
class OfficesAndAdvisersTest {
    private static final String ADVISER =
            "{\"agency\":\"spsm\",\"reference\":\"X1\",\"office\":\"falun\",\"schoolForms\":[\"grundskola\"]}";

    @Inject
    Told told;

    @Test
    void anOfficeIsOpenedChangedAndAnnounced() {
        Offices.put("mora", null, "{\"name\":\"Mora\",\"municipality\":\"2062\"}")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/v1/offices/mora"))
                .header("ETag", "\"1\"");
        Offices.put("mora", null, "{\"name\":\"Mora\",\"municipality\":\"2062\"}")
                .then()
                .statusCode(428);
        Offices.put("mora", "\"1\"", "{\"name\":\"Mora två\",\"municipality\":\"2062\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        Offices.cover("mora", "\"2\"", "20").then().statusCode(200);

        assertThat(told.of(Office.State.TOPIC, "mora"))
                .hasSize(3)
                .allSatisfy(data -> Contracts.assertValid(Office.State.TYPE, data))
                .last()
                .asString()
                .contains("\"counties\":[\"20\"]");
    }

    @Test
    void whatSaysNothingNewIsNotAnnounced() {
        Offices.open("rattvik", "2031");

        Offices.put("rattvik", "\"1\"", "{\"name\":\"Office rattvik\",\"municipality\":\"2031\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        assertThat(told.of(Office.State.TOPIC, "rattvik")).hasSize(1);
    }

    @Test
    void whoHasSeenAnOfficeThatIsNotThereIsToldSo() {
        Offices.put("borta", "\"1\"", "{\"name\":\"Borta\",\"municipality\":\"2031\"}")
                .then()
                .statusCode(412);
    }

    @Test
    void theETagOfACoverageIsTheOneToChangeItWith() {
        Offices.open("leksand", "2029");
        String tag = given().get("/v1/offices/leksand/coverage").header("ETag");

        Offices.cover("leksand", tag).then().statusCode(200).header("ETag", tag);
    }

    @Test
    void everyOfficeIsOnExactlyOnePage() {
        Offices.open("ludvika", "2085");
        Offices.open("malung", "2023");
        List<String> all = given().queryParam("limit", 1000).get("/v1/offices").path("items.code");

        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("limit", 1);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/offices");
            paged.addAll(page.path("items.code"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(paged).isEqualTo(all).contains("ludvika", "malung");
    }

    @Test
    void aCodeIsNoLongerThanADatabaseCanIndex() {
        String longest = "langt-namn".repeat(4);

        Offices.open(longest, "2085");
        Offices.put(longest + "a", null, "{\"name\":\"Lång\",\"municipality\":\"2085\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("code"))
                .body("errors[0].rule", equalTo("pattern"));
        post(ADVISER.replace("falun", "a" + "-a".repeat(20_000)))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("office"))
                .body("errors[0].rule", equalTo("pattern"));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        Offices.put("ort", null, "{\"name\":\"Ort\",\"municipality\":\"9999\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("municipality"));
        Offices.put("sala", null, "{\"name\":\"Sala\",\"municipality\":\"1981\"}");
        Offices.cover("sala", "\"1\"", "99", "19", "98")
                .then()
                .statusCode(400)
                .body("errors.field", contains("counties[0]", "counties[2]"));
        post(ADVISER.replace("falun", "nowhere")).then().statusCode(400).body("errors[0].field", equalTo("office"));
    }

    @Test
    void aCountyThatIsToldTwiceIsRefusedAsInATransfer() {
        Offices.open("sater", "2082");

        Offices.cover("sater", "*", "01", "20", "01", "01")
                .then()
                .statusCode(400)
                .body("errors.field", contains("counties[2]", "counties[3]"))
                .body("errors.rule", contains("duplicate", "duplicate"));
    }

    @Test
    void anAdviserIsAddedOnceAndAnnouncedWithoutAnythingThatNamesAPerson() {
        Offices.put("falun", null, "{\"name\":\"Falun\",\"municipality\":\"2080\"}");

        String first = post(ADVISER).then().statusCode(201).extract().path("id");
        String second = post(ADVISER).then().statusCode(201).extract().path("id");

        assertThat(second).isEqualTo(first);
        String type = "se.skolkvalitet.regional.adviser.v1";
        assertThat(told.of("regional.advisers", first))
                .singleElement()
                .satisfies(data -> Contracts.assertValid(type, data));
        assertThat(told.of("regional.advisers", first).get(0)).doesNotContain("X1");
    }

    @Test
    void theLocationOfAnAddedAdviserLeadsToIt() {
        Offices.open("borlange", "2081");
        String adviser = ADVISER.replace("falun", "borlange").replace("X1", "X2");
        Response added = post(adviser);

        given().get(added.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(added.path("id")))
                .body("office", equalTo("borlange"))
                .body("schoolForms", contains("grundskola"));
    }

    @Test
    void advisersAreListedByTheirOffice() {
        Offices.open("hedemora", "2083");
        String id =
                post(ADVISER.replace("falun", "hedemora").replace("X1", "X3")).path("id");

        given().get("/v1/advisers?office=hedemora")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].schoolForms", contains("grundskola"));
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/advisers");
    }
}
