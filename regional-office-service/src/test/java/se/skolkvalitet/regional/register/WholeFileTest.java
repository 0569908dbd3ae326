package se.skolkvalitet.regional.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static se.skolkvalitet.regional.testsupport.Register.ended;
import static se.skolkvalitet.regional.testsupport.Register.importedAsOf;
import static se.skolkvalitet.regional.testsupport.Register.post;
import static se.skolkvalitet.regional.testsupport.Register.unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.regional.testsupport.Register;
import se.skolkvalitet.regional.testsupport.Told;

/** Files that say that they have all units of a county, and lack more of them than can be. */
@QuarkusTest
class WholeFileTest {
    private static final String UPPSALA = "03";
    private static final String ORGANISER = Register.organiser(851);
    private static final String OTHER = Register.organiser(852);

    @Inject
    Told told;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aCountyOfTwelveUnits() {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from membership where unit like '200008%'");
            handle.execute("delete from outbox where subject like '200008%' or subject in (?, ?)", ORGANISER, OTHER);
            handle.execute("delete from school_unit where code like '200008%'");
        });
        importedAsOf("2025-08-01", units(1, 12) + unit("20000899", OTHER, "0380"));
    }

    @Test
    void aFileThatLacksMoreUnitsThanMayBeClosedChangesNothing() {
        JsonPath job =
                importedAsOf("2025-09-01", "lenient", UPPSALA, units(1, 1).replace("Skola", "Ny"));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem"))
                .isEqualTo(
                        "Nothing was imported. Active school units that the file does not list would be closed, and they"
                                + " are more than may be: 12 of 13 in county 03. If the file is whole, send it again with"
                                + " mayClose=12.");
        assertThat(job.getInt("report.closedUnits")).isZero();
        assertThat(active()).isEqualTo(13);
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000801")).hasSize(1);
        assertThat(told.of(SchoolUnit.State.TOPIC, "20000899")).hasSize(1);
        given().get("/v1/organisers/" + OTHER).then().body("status", equalTo("active"));
    }

    @Test
    void asManyUnitsAsMayBeClosedAreClosed() {
        JsonPath job = importedAsOf("2025-09-01", "atomic", UPPSALA, units(1, 3));

        assertThat(job.getInt("report.closedUnits")).isEqualTo(10);
        assertThat(active()).isEqualTo(3);
    }

    @Test
    void theCallerCanSayThatMoreMayBeClosed() {
        JsonPath job = imported(units(1, 1), "12");

        assertThat(job.getInt("report.closedUnits")).isEqualTo(12);
        assertThat(active()).isEqualTo(1);
        given().get("/v1/organisers/" + OTHER).then().body("status", equalTo("dormant"));
    }

    @Test
    void theCallerCanSayThatNoneMayBeClosed() {
        JsonPath job = imported(units(1, 12), "0");

        assertThat(job.getString("problem")).contains("1 of 13 in county 03", "mayClose=1");
        assertThat(active()).isEqualTo(13);
    }

    @Test
    void unitsThatTheFileListsAsClosedAreNotCounted() {
        JsonPath job =
                imported(units(1, 12) + Register.with(unit("20000899", OTHER, "0380"), "endDate=2025-08-31"), "0");

        assertThat(job.getInt("report.closedUnits")).isEqualTo(1);
    }

    @Test
    void aFileWithoutLinesClosesNothingEvenWhereAllMayBeClosed() {
        JsonPath job = imported(" \n\r\n\n", "1000");

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem")).isEqualTo("The file has no lines.");
        assertThat(active()).isEqualTo(13);
    }

    @Test
    void howManyMayBeClosedBelongsToTheRequest() {
        String key = UUID.randomUUID().toString();
        Map<String, String> query = Map.of("covers", UPPSALA, "mayClose", "1");
        ended(post(units(1, 12), query, key).header("Location"));

        post(units(1, 12), query, key).then().statusCode(202);
        post(units(1, 12), Map.of("covers", UPPSALA, "mayClose", "2"), key)
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        ", 5, requires, Without covers a file closes no unit",
        "03, -1, min, mayClose must be at least 0",
        "03, many, integer, '''many'' is not a whole number'",
        "03, 0.5, integer, '''0.5'' is not a whole number'"
    })
    void howManyMayBeClosedIsAWholeNumberAndGoesWithCounties(
            String covers, String mayClose, String rule, String message) {
        Map<String, String> query = new HashMap<>(Map.of("mayClose", mayClose));
        if (covers != null) {
            query.put("covers", covers);
        }

        post(units(1, 12), query, UUID.randomUUID().toString())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("mayClose"))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].message", startsWith(message));
    }

    private static JsonPath imported(String file, String mayClose) {
        Map<String, String> query = Map.of("asOf", "2025-09-01", "covers", UPPSALA, "mayClose", mayClose);
        return ended(post(file, query, UUID.randomUUID().toString()).header("Location"));
    }

    private static String units(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> unit("200008%02d".formatted(number), ORGANISER, "0380"))
                .collect(Collectors.joining());
    }

    private int active() {
        return jdbi.withHandle(handle -> handle.select(
                        "select count(*) from school_unit where code like '200008%' and status = 'active'")
                .mapTo(Integer.class)
                .one());
    }
}
