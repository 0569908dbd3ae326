package se.skolkvalitet.regional.office;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Told;

@QuarkusTest
class CoverageTransferTest {
    @Inject
    Told told;

    @Test
    void aCountyIsPassedInOneStepAndBothOfficesTellOfIt() {
        Offices.open("goteborg", "1480", "14");
        Offices.open("boras", "1490");

        Offices.transfer("14 goteborg boras")
                .then()
                .statusCode(200)
                .body("offices.code", contains("boras", "goteborg"))
                .body("offices.version", contains(2, 3))
                .body("offices[0].counties", contains("14"))
                .body("offices[1].counties", empty());

        assertThat(List.of("boras", "goteborg")).allSatisfy(office -> assertThat(told.of(Office.State.TOPIC, office))
                .last()
                .satisfies(data -> Contracts.assertValid(Office.State.TYPE, data))
                .asString()
                .contains(office.equals("boras") ? "[\"14\"]" : "[]"));
    }

    @Test
    void twoOfficesExchangeCounties() {
        Offices.open("karlstad", "1780", "17");
        Offices.open("vasteras", "1980", "19");

        Offices.transfer("17 karlstad vasteras", "19 vasteras karlstad").then().statusCode(200);

        assertThat(counties("karlstad")).containsExactly("19");
        assertThat(counties("vasteras")).containsExactly("17");
    }

    @Test
    void everyFaultOfATransferIsToldAtOnce() {
        Offices.open("sundsvall", "2281");

        Offices.transfer("99 sundsvall sundsvalla", "22 sundsvall sundsvall", "22 nowhere sundsvall")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "moves[0].county", "moves[0].to", "moves[1].to", "moves[2].county", "moves[2].from"))
                .body("errors.rule", containsInAnyOrder("unknown", "unknown", "same", "duplicate", "unknown"));
    }

    @Test
    void nothingIsPassedWhereOneCountyIsNotTheGivingOfficesOwn() {
        Offices.open("harnosand", "2280", "22");
        Offices.open("ostersund", "2380");

        Offices.transfer("22 harnosand ostersund", "21 harnosand ostersund")
                .then()
                .statusCode(409)
                .body("errors.field", contains("moves[1].from"))
                .body("errors[0].message", equalTo("The county 21 is not covered by harnosand but by no office."));

        assertThat(counties("harnosand")).containsExactly("22");
        assertThat(told.of(Office.State.TOPIC, "ostersund")).hasSize(1);
    }

    private static List<String> counties(String office) {
        return given().get("/v1/offices/" + office + "/coverage").path("counties");
    }
}
