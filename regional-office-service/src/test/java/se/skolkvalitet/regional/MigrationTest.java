package se.skolkvalitet.regional;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.regional.testsupport.Offices;
import se.skolkvalitet.regional.testsupport.Register;
import se.skolkvalitet.regional.testsupport.Told;

/** A database of the version before gives the same answers, and can be changed. */
@QuarkusTest
@WithTestResource(value = DatabaseBeforeEntities.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MigrationTest {
    @Inject
    Told told;

    @Test
    void anOfficeKeepsItsCountiesAndItsVersion() {
        given().get("/v1/offices/solna")
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("name", equalTo("Solna"))
                .body("municipality", equalTo("0184"))
                .body("counties", contains("01", "03"));
    }

    @Test
    void anAdviserKeepsItsCompetenceAndItsVersion() {
        given().get("/v1/advisers/" + DatabaseBeforeEntities.ADVISER)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("agency", equalTo("spsm"))
                .body("office", equalTo("solna"))
                .body("schoolForms", contains("grundskola", "anpassad-grundskola"));
    }

    @Test
    void anOrganiserKeepsItsSeatItsOfficeAndItsVersion() {
        given().get("/v1/organisers/" + DatabaseBeforeEntities.RUNNING)
                .then()
                .statusCode(200)
                .body("municipality.code", equalTo("0180"))
                .body("office", equalTo("solna"))
                .body("status", equalTo("active"))
                .body("version", equalTo(4));
    }

    @Test
    void theNextImportFindsTheOrganisersThatHadLostTheirUnitsBefore() {
        Register.imported(Register.unit("20000301", Register.organiser(301), "2580"), "atomic");

        assertThat(told.of("regional.organisers", DatabaseBeforeEntities.WITHOUT_UNITS))
                .singleElement()
                .asString()
                .contains("\"status\":\"dormant\"", "\"code\":\"0184\"", "\"office\":\"solna\"");
        assertThat(told.of("regional.organisers", DatabaseBeforeEntities.RUNNING))
                .isEmpty();
    }

    @Test
    void aUnitBelongsToTheOrganiserThatHasItSinceNobodyKnowsWhen() {
        given().get("/v1/school-units/" + DatabaseBeforeEntities.UNIT)
                .then()
                .body("version", equalTo(7))
                .body("memberships", contains(Map.of("organiser", DatabaseBeforeEntities.RUNNING)));
    }

    @Test
    void nobodyHasToldTheGradesOfAUnitFromBefore() {
        given().get("/v1/school-units/" + DatabaseBeforeEntities.UNIT)
                .then()
                .body("schoolForms", contains("grundskola"))
                .body("grades", empty());
    }

    @Test
    void theNextImportTellsTheGradesOfAUnitFromBefore() {
        String line = Register.unit(DatabaseBeforeEntities.GRADED, DatabaseBeforeEntities.RUNNING, "0180")
                .replace("Fristående", "Kommunal")
                .replace("Huvudman", "Stockholm");

        Register.imported(Register.withGrades(line, "\"7\",\"8\""), "atomic");

        assertThat(told.of("regional.school-units", DatabaseBeforeEntities.GRADED))
                .singleElement()
                .asString()
                .contains("\"grades\":[{\"schoolForm\":\"grundskola\",\"grades\":[7,8]}]");
    }

    @Test
    void nobodyKnowsOfWhichCountiesItHadAllUnits() {
        given().get("/v1/register")
                .then()
                .body("counties", hasSize(21))
                .body("counties.wholeOn.findAll { it != null }", empty())
                .body("version", equalTo(0));
    }

    @Test
    void aTakeoverOfAUnitFromBeforeIsDated() {
        String taking = Register.organiser(302);

        Register.importedAsOf("2026-11-01", Register.unit(DatabaseBeforeEntities.TAKEN, taking, "0180"));

        given().get("/v1/school-units/" + DatabaseBeforeEntities.TAKEN)
                .then()
                .body(
                        "memberships",
                        contains(
                                Map.of("organiser", DatabaseBeforeEntities.RUNNING, "to", "2026-11-01"),
                                Map.of("organiser", taking, "from", "2026-11-01")));
    }

    @Test
    void theVersionOfAnOfficeGoesOnFromWhereItWas() {
        Offices.cover("visby", "\"1\"", "09").then().statusCode(200).header("ETag", "\"2\"");
    }
}
