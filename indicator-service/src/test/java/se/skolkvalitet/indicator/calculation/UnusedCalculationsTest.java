package se.skolkvalitet.indicator.calculation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** What becomes of calculations in time. All figures are made up. */
@QuarkusTest
class UnusedCalculationsTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void oneThatNoReleaseUsesIsDroppedWithAllThatBelongsToItAfterAMonth() {
        long old = calculatedWith(200);
        long other = calculatedWith(201);
        age(old, 31);
        age(other, 29);

        long last = calculatedWith(202);

        assertThat(calculations()).containsExactly(other, last);
        assertThat(rows("value", old)).isZero();
        assertThat(rows("calculated_unit", old)).isZero();
        assertThat(rows("value", other)).isPositive();
        given().contentType(ContentType.JSON)
                .body(Map.of("calculation", old))
                .post("/v1/releases")
                .then()
                .statusCode(400);
    }

    /** Unless another calculation has taken it over. */
    @Test
    void whatWasWithheldForItIsDroppedWithIt() {
        long old = calculatedWithFew(2);
        long other = calculatedWithFew(3);
        long third = calculatedWith(201);
        List<Long> ofTheOld = numbers("select protected_table from calculated_protection where calculation = " + old);
        age(old, 31);
        age(other, 31);

        long last = calculatedWith(202);

        assertThat(calculations()).containsExactly(third, last);
        List<Long> ofTheLast = numbers("select protected_table from calculated_protection where calculation = " + last);
        assertThat(ofTheLast).isNotEmpty();
        assertThat(ofTheOld).isNotEmpty();
        assertThat(numbers("select number from protected_table"))
                .containsAll(ofTheLast)
                .doesNotContainAnyElementsOf(ofTheOld);
        assertThat(numbers("select distinct protected_table from withheld_figure"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(ofTheOld);
    }

    private long calculatedWithFew(int passed) {
        uploaded("/v1/imports?source=csv", "text/csv", """
                measure,level,area,period,school_form,value
                gr.passed,school-unit,10000001,2024/25,grundskola,%d
                gr.pupils,school-unit,10000001,2024/25,grundskola,30
                """.formatted(passed));
        return calculated();
    }

    @Test
    void oneThatAReleaseUsesStays() {
        imported(200);
        released();
        long published = calculations().get(0);
        calculatedWith(201);
        age(published, 400);

        calculatedWith(202);

        assertThat(calculations()).contains(published);
        assertThat(rows("value", published)).isPositive();
    }

    @Test
    void theNewestStaysAndIsTheAnswerWhileNothingIsNew() {
        long only = calculatedWith(200);
        age(only, 400);

        assertThat(calculated()).isEqualTo(only);
    }

    /** Readers go before: nothing is lost by keeping it for longer. */
    @Test
    void whileSomebodyReadsTheValuesItIsLeftToTheNextTime() {
        long old = calculatedWith(200);
        calculatedWith(201);
        age(old, 31);

        List<Long> meanwhile = jdbi.inTransaction(handle -> {
            handle.execute("lock table value in access share mode");
            calculatedWith(202);
            return calculations();
        });
        calculatedWith(203);

        assertThat(meanwhile).contains(old);
        assertThat(calculations()).doesNotContain(old);
    }

    private long calculatedWith(int merit) {
        imported(merit);
        return calculated();
    }

    private static void imported(int merit) {
        String file = """
                measure,level,area,period,school_form,value
                gr.merit,school-unit,10000001,2024/25,grundskola,%d
                gr.pupils,school-unit,10000001,2024/25,grundskola,60
                """.formatted(merit);
        assertThat(uploaded("/v1/imports?source=csv", "text/csv", file).getString("state"))
                .isEqualTo("completed");
    }

    private static long calculated() {
        return ThreeUnits.calculated().getLong("report.number");
    }

    private void age(long calculation, int days) {
        jdbi.useHandle(handle -> handle.execute(
                "update calculation set calculated_at = now() - make_interval(days => ?) where number = ?",
                days,
                calculation));
    }

    private List<Long> calculations() {
        return numbers("select number from calculation order by number");
    }

    private List<Long> numbers(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).list());
    }

    private long rows(String table, long calculation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from %s where calculation = :calculation".formatted(table))
                .bind("calculation", calculation)
                .mapTo(Long.class)
                .one());
    }
}
