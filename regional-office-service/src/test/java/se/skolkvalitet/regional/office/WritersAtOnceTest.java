package se.skolkvalitet.regional.office;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.AtOnce;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Told;

/** Of two who write the same at the same time one is told that it came too late. */
@QuarkusTest
class WritersAtOnceTest {
    private static final int WRITERS = 8;

    @Inject
    Told told;

    @Test
    void anOfficeIsOpenedByOneOfThem() throws Exception {
        Callable<Integer> open = () -> Offices.put("eksjo", null, "{\"name\":\"Eksjö\",\"municipality\":\"0686\"}")
                .statusCode();

        List<Integer> statuses = AtOnce.call(WRITERS, open);

        // Who comes when the office is there already is asked for the version that it wants to change.
        assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 409, 428);
        assertThat(told.of(Office.State.TOPIC, "eksjo")).hasSize(1);
    }

    @Test
    void anOfficeIsChangedByOneOfThem() throws Exception {
        Offices.open("nassjo", "0682");
        Callable<Integer> change = () -> Offices.put(
                        "nassjo",
                        "\"1\"",
                        "{\"name\":\"Nässjö %d\",\"municipality\":\"0682\"}"
                                .formatted(Thread.currentThread().getId()))
                .statusCode();

        List<Integer> statuses = AtOnce.call(WRITERS, change);

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 412);
    }

    @Test
    void aCountyIsTakenByOneOfTwoOffices() throws Exception {
        Offices.open("lulea", "2580");
        Offices.open("kiruna", "2584");

        List<Integer> statuses = AtOnce.call(List.of(
                () -> Offices.cover("lulea", "\"1\"", "25").statusCode(),
                () -> Offices.cover("kiruna", "\"1\"", "25").statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void theCoverageOfAnOfficeIsSetByOneOfTwoWhoHaveSeenItAsItWas() throws Exception {
        Offices.open("umea", "2480");

        List<Integer> statuses = AtOnce.call(List.of(
                () -> Offices.cover("umea", "\"1\"", "24").statusCode(),
                () -> Offices.cover("umea", "\"1\"", "23").statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aCountyIsPassedOnByOneOfTwoTransfers() throws Exception {
        Offices.open("orebro", "1880", "18");
        Offices.open("karlskoga", "1883");
        Offices.open("kumla", "1881");

        List<Integer> statuses = AtOnce.call(List.of(
                () -> Offices.transfer("18 orebro karlskoga").statusCode(),
                () -> Offices.transfer("18 orebro kumla").statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void anAdviserIsAddedOnceHoweverManyAskForItAtOnce() throws Exception {
        Offices.open("avesta", "2084");
        Callable<Response> add = () -> add("A1");

        List<Response> answers = AtOnce.call(WRITERS, add);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        List<String> ids =
                answers.stream().map(answer -> answer.<String>path("id")).toList();
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(told.of("regional.advisers", ids.get(0))).hasSize(1);
    }

    private static Response add(String reference) {
        return given().contentType(ContentType.JSON)
                .body(
                        "{\"agency\":\"skolverket\",\"reference\":\"%s\",\"office\":\"avesta\",\"schoolForms\":[\"komvux\"]}"
                                .formatted(reference))
                .post("/v1/advisers");
    }
}
