package se.skolkvalitet.regional.office;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;

@QuarkusTest
class OfficesAndAdvisersTest {
    private static final String ADVISER =
            "{\"agency\":\"spsm\",\"reference\":\"X1\",\"office\":\"falun\",\"schoolForms\":[\"grundskola\"]}";

    @Inject
    Jdbi jdbi;

    @Test
    void anOfficeIsOpenedChangedAndAnnounced() {
        put("/v1/offices/mora", null, "{\"name\":\"Mora\",\"municipality\":\"2062\"}")
                .then()
                .statusCode(200);
        put("/v1/offices/mora", null, "{\"name\":\"Mora\",\"municipality\":\"2062\"}")
                .then()
                .statusCode(428);
        put("/v1/offices/mora", "\"1\"", "{\"name\":\"Mora två\",\"municipality\":\"2062\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        put("/v1/offices/mora/coverage", "\"2\"", "{\"counties\":[\"20\"]}")
                .then()
                .statusCode(200);

        assertThat(events(Office.State.TYPE, "mora"))
                .hasSize(3)
                .allSatisfy(data -> Contracts.assertValid(Office.State.TYPE, data))
                .last()
                .asString()
                .contains("\"counties\":[\"20\"]");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        put("/v1/offices/ort", null, "{\"name\":\"Ort\",\"municipality\":\"9999\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("municipality"));
        put("/v1/offices/sala", null, "{\"name\":\"Sala\",\"municipality\":\"1981\"}");
        put("/v1/offices/sala/coverage", "\"1\"", "{\"counties\":[\"99\",\"19\",\"98\"]}")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(2));
        post(ADVISER.replace("falun", "nowhere")).then().statusCode(400).body("errors[0].field", equalTo("office"));
    }

    @Test
    void anAdviserIsAddedOnceAndAnnouncedWithoutAnythingThatNamesAPerson() {
        put("/v1/offices/falun", null, "{\"name\":\"Falun\",\"municipality\":\"2080\"}");

        String first = post(ADVISER).then().statusCode(201).extract().path("id");
        String second = post(ADVISER).then().statusCode(201).extract().path("id");

        assertThat(second).isEqualTo(first);
        String type = "se.skolkvalitet.regional.adviser.v1";
        assertThat(events(type, first)).singleElement().satisfies(data -> Contracts.assertValid(type, data));
        assertThat(events(type, first).get(0)).doesNotContain("X1");
    }

    private static Response put(String path, String ifMatch, String body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/advisers");
    }

    private List<String> events(String type, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select data from outbox where type = :type and subject = :subject order by seq")
                .bind("type", type)
                .bind("subject", subject)
                .mapTo(String.class)
                .list());
    }
}
