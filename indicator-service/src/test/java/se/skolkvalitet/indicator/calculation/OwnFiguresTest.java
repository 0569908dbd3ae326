package se.skolkvalitet.indicator.calculation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/**
 * The source's own figures of areas beside ours. From the units it is 210.0 for the organiser of the first two of them and
 * their municipality, 240.0 for the other. All figures are made up.
 */
@QuarkusTest
class OwnFiguresTest {
    private static final String UNITS = """
            measure,level,area,period,school_form,value
            gr.merit,school-unit,10000001,2024/25,grundskola,200
            gr.merit,school-unit,10000002,2024/25,grundskola,220
            gr.merit,school-unit,10000003,2024/25,grundskola,240
            gr.pupils,school-unit,10000001,2024/25,grundskola,100
            gr.pupils,school-unit,10000002,2024/25,grundskola,100
            gr.pupils,school-unit,10000003,2024/25,grundskola,100
            """;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void areHeldAgainstWhatFollowsFromTheUnits() {
        JsonPath report = calculated("""
                gr.merit,organiser,2120000142,2024/25,grundskola,210.2
                gr.merit,organiser,5560360793,2024/25,grundskola,240
                gr.merit,municipality,0180,2024/25,grundskola,200.5
                """);

        assertThat(report.getList("report.ownFigures.indicator")).isEqualTo(List.of("MERIT"));
        assertThat(report.getString("report.ownFigures[0].schoolForm")).isEqualTo("grundskola");
        assertThat(report.getInt("report.ownFigures[0].compared")).isEqualTo(3);
        assertThat(report.getInt("report.ownFigures[0].differing")).isEqualTo(2);
        Map<String, Object> largest = report.getMap("report.ownFigures[0].largest");
        assertThat(largest)
                .containsEntry("level", "municipality")
                .containsEntry("area", "0180")
                .containsEntry("period", "2024/25")
                .containsEntry("sex", "T");
        assertThat(report.getFloat("report.ownFigures[0].largest.value")).isEqualTo(200.5f);
        assertThat(report.getFloat("report.ownFigures[0].largest.estimate")).isEqualTo(210);
        assertThat(report.getFloat("report.ownFigures[0].largest.difference")).isEqualTo(-9.5f);
    }

    @Test
    void thatAreAsNearAsRoundingLetsThemDoNotDiffer() {
        JsonPath report = calculated("gr.merit,municipality,0182,2024/25,grundskola,240.1\n");

        assertThat(report.getInt("report.ownFigures[0].compared")).isEqualTo(1);
        assertThat(report.getInt("report.ownFigures[0].differing")).isZero();
    }

    @Test
    void ofAreasOfWhichWeCouldCalculateNothingAreNotCompared() {
        JsonPath report = calculated("gr.merit,municipality,0182,2023/24,grundskola,240.1\n");

        assertThat(report.getList("report.ownFigures")).isEmpty();
    }

    @Test
    void areToldAgainOfACalculationThatIsReused() {
        calculated("gr.merit,municipality,0182,2024/25,grundskola,250\n");

        released();

        JsonPath again = given().get("/v1/calculations/latest").jsonPath();
        assertThat(again.getBoolean("report.reused")).isTrue();
        assertThat(again.getInt("report.ownFigures[0].differing")).isEqualTo(1);
    }

    private static JsonPath calculated(String areas) {
        assertThat(uploaded("/v1/imports?source=csv&licence=CC0-1.0", "text/csv", UNITS + areas)
                        .getString("state"))
                .isEqualTo("completed");
        released();
        return given().get("/v1/calculations/latest").jsonPath();
    }
}
