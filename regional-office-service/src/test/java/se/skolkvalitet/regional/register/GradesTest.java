package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static se.skolkvalitet.regional.testsupport.Register.imported;
import static se.skolkvalitet.regional.testsupport.Register.importedAsOf;
import static se.skolkvalitet.regional.testsupport.Register.organiser;
import static se.skolkvalitet.regional.testsupport.Register.unit;
import static se.skolkvalitet.regional.testsupport.Register.withGrades;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.regional.testsupport.Told;

/** Grades on their way from a file into the register, and what is told of them. */
@QuarkusTest
class GradesTest {
    @Inject
    Told told;

    @Test
    void aUnitIsToldWithTheGradesOfEachFormThatHasAny() {
        imported(withGrades(unit("20000901", organiser(901), "0180"), "\"7\",\"9\",\"8\""), "atomic");

        List<Map<String, Object>> grades = List.of(Map.of("schoolForm", "grundskola", "grades", List.of(7, 8, 9)));
        given().get("/v1/school-units/20000901").then().body("grades", equalTo(grades));
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000901")).singleElement().satisfies(data -> {
            Contracts.assertValid(SchoolUnit.State.TYPE, data);
            assertThat(JsonPath.from(data).getList("grades")).isEqualTo(grades);
        });
    }

    @Test
    void ofAUnitWhoseGradesNobodyHasToldTheListIsEmpty() {
        imported(unit("20000902", organiser(902), "0180"), "atomic");

        given().get("/v1/school-units/20000902").then().body("grades", empty());
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000902"))
                .singleElement()
                .satisfies(data -> Contracts.assertValid(SchoolUnit.State.TYPE, data))
                .asString()
                .contains("\"grades\":[]");
    }

    @Test
    void aChangeOfGradesAloneIsOne() {
        String before = unit("20000903", organiser(903), "0180");
        imported(withGrades(before, "\"7\",\"8\""), "atomic");

        JsonPath job = imported(withGrades(before, "\"7\",\"8\",\"9\""), "atomic");

        assertThat(job.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 1, "unchanged", 0));
        given().get("/v1/school-units/20000903")
                .then()
                .body("grades[0].grades", equalTo(List.of(7, 8, 9)))
                .body("version", equalTo(2));
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000903"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"grades\":[7,8,9]");
    }

    @Test
    void theSameGradesInAnotherOrderAreNoChange() {
        String line = unit("20000904", organiser(904), "0180");
        imported(withGrades(line, "\"7\",\"8\""), "atomic");

        JsonPath job = imported(withGrades(line, "8,\"7\",\"8\""), "atomic");

        assertThat(job.getMap("report.schoolUnits")).isEqualTo(Map.of("inserted", 0, "changed", 0, "unchanged", 1));
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000904")).hasSize(1);
    }

    @Test
    void aFileOfAnOlderDayLeavesTheGradesAsTheyAre() {
        String line = unit("20000905", organiser(905), "0180");
        importedAsOf("2025-10-15", withGrades(line, "\"7\",\"8\""));

        importedAsOf("2025-10-14", withGrades(line, "\"1\""));

        given().get("/v1/school-units/20000905").then().body("grades[0].grades", equalTo(List.of(7, 8)));
    }

    @Test
    void whatIsNoGradeIsAFaultOfItsLineOnly() {
        String organiser = organiser(906);
        String file = withGrades(unit("20000906", organiser, "0180"), "\"7\",\"14\"")
                + withGrades(unit("20000907", organiser, "0180"), "\"7\"");

        JsonPath job = imported(file, "lenient");

        assertThat(job.getList("report.faults.field")).containsExactly("line 1: typeOfSchooling[0].schoolYears[1]");
        given().get("/v1/school-units/20000906").then().statusCode(404);
        given().get("/v1/school-units/20000907").then().statusCode(200);
    }
}
