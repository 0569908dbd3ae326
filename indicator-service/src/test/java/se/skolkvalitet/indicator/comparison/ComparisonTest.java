package se.skolkvalitet.indicator.comparison;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.released;
import static se.skolkvalitet.indicator.testsupport.ThreeUnits.uploaded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** Values beside others, as the API tells them. All figures are made up. */
@QuarkusTest
class ComparisonTest {
    private static final String HEADER = "measure,level,area,period,school_form,sex,value\n";
    private static final List<String> THREE_YEARS = List.of("2022/23", "2023/24", "2024/25");

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void register() throws IOException {
        ThreeUnits.registerWithEditionOfCsv(jdbi);
    }

    @Test
    void aShareIsComparedWithTheRestOfItsAreas() {
        published(passed("2024/25", 60, 100) + passed("10000003", "2024/25", 400, 500));

        JsonPath comparisons = comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola");

        assertThat(comparisons.getList("areas.level")).isEqualTo(List.of("county", "nation"));
        assertThat(comparisons.getString("areas[1].difference.finding")).isEqualTo("lower");
        assertThat(comparisons.getFloat("areas[0].difference.other")).isEqualTo(80);
        assertThat(comparisons.getFloat("areas[0].difference.difference")).isEqualTo(-20);
        assertThat(comparisons.getFloat("areas[0].difference.low")).isEqualTo(-30.3f);
        assertThat(comparisons.getFloat("areas[0].difference.high")).isEqualTo(-10.2f);
        assertThat(comparisons.getBoolean("areas[0].takenOut")).isTrue();
        assertThat(comparisons.getFloat("value.intervalLow")).isEqualTo(50.2f);
        assertThat(comparisons.getFloat("value.intervalHigh")).isEqualTo(69.1f);
    }

    /** The municipality has no other units than the organiser's, so that nothing is left to compare with. */
    @Test
    void aSchoolUnitIsComparedWithItsOrganiserTooAndAnOrganiserNotWithItself() {
        published(passed("2024/25", 60, 100) + passed("10000003", "2024/25", 400, 500));

        assertThat(comparisons("PASSED:school-unit:10000001:2024-25:T:grundskola")
                        .getList("areas.level"))
                .isEqualTo(List.of("organiser", "municipality", "county", "nation"));
        assertThat(comparisons("PASSED:nation:00:2024-25:T:grundskola").getList("areas"))
                .isEmpty();
    }

    /** 10000001 belonged to nobody on 15 October 2024, so that the nation is made of the others: (60 + 400) / (100 + 500). */
    @Test
    void aUnitThatNobodyHadOnTheDayIsComparedWithNoArea() {
        jdbi.useHandle(handle ->
                handle.execute("update membership set valid = daterange('2024-11-01', null) where unit = '10000001'"));
        published(passed("10000001", "2024/25", 90, 100)
                + passed("10000002", "2024/25", 60, 100)
                + passed("10000003", "2024/25", 400, 500));

        assertThat(comparisons("PASSED:nation:00:2024-25:T:grundskola").getFloat("value.value"))
                .isEqualTo(76.7f);
        assertThat(comparisons("PASSED:school-unit:10000001:2024-25:T:grundskola")
                        .getList("areas"))
                .isEmpty();
    }

    /** It came in the second of the years: the first of the organiser's three has nothing of it. */
    @Test
    void ofThreeYearsAUnitLiesInAnAreaOnlyWhereItDidInEachOfThem() {
        jdbi.useHandle(handle ->
                handle.execute("update membership set valid = daterange('2023-07-01', null) where unit = '10000001'"));
        published(THREE_YEARS.stream()
                .map(year -> passed("10000001", year, 10, 100)
                        + passed("10000002", year, 60, 100)
                        + passed("10000003", year, 400, 500))
                .collect(Collectors.joining()));

        assertThat(comparisons("PASSED:school-unit:10000001:2022-23..2024-25:T:grundskola")
                        .getList("areas"))
                .isEmpty();
        assertThat(comparisons("PASSED:school-unit:10000002:2022-23..2024-25:T:grundskola")
                        .getList("areas.level"))
                .isEqualTo(List.of("organiser", "municipality", "county", "nation"));
    }

    /** The county is made of the units' 60 of 100 and 400 of 500, in which the 95 of 100 that the source tells are not. */
    @Test
    void whatTheSourceTellsOfAPartIsNotTakenOutOfAnAreaThatIsMadeOfUnits() {
        published(passed("2024/25", 60, 100)
                + passed("10000003", "2024/25", 400, 500)
                + "gr.passed,organiser,5560360793,2024/25,grundskola,T,95\n"
                + "gr.pupils,organiser,5560360793,2024/25,grundskola,T,100\n");

        JsonPath comparisons = comparisons("PASSED:organiser:5560360793:2024-25:T:grundskola");

        assertThat(comparisons.getFloat("value.value")).isEqualTo(95);
        assertThat(comparisons.getBoolean("areas.find { it.level == 'county' }.takenOut"))
                .isFalse();
        assertThat(comparisons.getFloat("areas.find { it.level == 'county' }.difference.other"))
                .isEqualTo(76.7f);
        assertThat(comparisons.getFloat("areas.find { it.level == 'county' }.difference.difference"))
                .isEqualTo(18.3f);
    }

    /** Two of the three units of the county are its own: it would be compared with itself. */
    @Test
    void withAnAreaOfTheSourcesOwnFigureWhatHasHalfOfItsUnitsIsNotCompared() {
        published(passed("2024/25", 60, 100)
                + passed("10000003", "2024/25", 400, 500)
                + "gr.passed,county,01,2024/25,grundskola,T,450\n"
                + "gr.pupils,county,01,2024/25,grundskola,T,600\n");

        assertThat(comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola")
                        .getList("areas.level"))
                .doesNotContain("county");
        assertThat(comparisons("PASSED:organiser:5560360793:2024-25:T:grundskola")
                        .getList("areas.level"))
                .contains("county");
    }

    @Test
    void anOrganiserIsNotComparedWithOneOfTheMunicipalitiesThatItHasUnitsIn() {
        jdbi.useHandle(
                handle -> handle.execute("update school_unit set municipality = '0182' where code = '10000002'"));
        published(passed("2024/25", 60, 100) + passed("10000003", "2024/25", 400, 500));

        assertThat(comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola")
                        .getList("areas.level"))
                .isEqualTo(List.of("county", "nation"));
    }

    /** In 2022 a unit of Nacka belonged to the organiser, so that it is no part of what Stockholm was over the three years. */
    @Test
    void ofThreeYearsAllUnitsMustHaveLainInAnAreaInEachOfThem() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from membership where unit = '10000003'");
            handle.execute("insert into membership values"
                    + " ('10000003', '2120000142', daterange(null, '2023-07-01')),"
                    + " ('10000003', '5560360793', daterange('2023-07-01', null))");
            handle.execute(
                    "insert into school_unit select '10000004', 'D', '5560360793', municipality, municipality_name,"
                            + " county, county_name, school_forms, status from school_unit where code = '10000001'");
            handle.execute("insert into membership values ('10000004', '5560360793', daterange(null, null))");
        });
        published(List.of("2022/23", "2023/24", "2024/25").stream()
                .map(year ->
                        passed(year, 60, 100) + passed("10000003", year, 400, 500) + passed("10000004", year, 80, 100))
                .collect(Collectors.joining()));

        assertThat(comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola")
                        .getList("areas.level"))
                .isEqualTo(List.of("municipality", "county", "nation"));
        assertThat(comparisons("PASSED:organiser:2120000142:2022-23..2024-25:T:grundskola")
                        .getList("areas.level"))
                .isEqualTo(List.of("county", "nation"));
    }

    @Test
    void threeYearsAreTakenTogetherAndTheirTrendIsTold() {
        published(passed("2022/23", 50, 100) + passed("2023/24", 60, 100) + passed("2024/25", 85, 100));

        JsonPath together = comparisons("PASSED:organiser:2120000142:2022-23..2024-25:T:grundskola");
        JsonPath last = comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola");

        assertThat(together.getString("value.period")).isEqualTo("2022/23..2024/25");
        assertThat(together.getFloat("value.value")).isEqualTo(65);
        assertThat(together.getList("trends")).isEmpty();
        assertThat(last.getList("trends")).hasSize(1);
        assertThat(last.getInt("trends[0].periods")).isEqualTo(3);
        assertThat(last.getString("trends[0].from")).isEqualTo("2022/23");
        assertThat(last.getFloat("trends[0].change")).isEqualTo(35);
        assertThat(last.getFloat("trends[0].perPeriod")).isEqualTo(17.5f);
        assertThat(last.getString("trends[0].finding")).isEqualTo("higher");
    }

    @Test
    void whatThreeYearsWereMadeFromIsToldOfEachOfThem() {
        published(passed("2021/22", 40, 100)
                + passed("2022/23", 50, 100)
                + passed("2023/24", 60, 100)
                + passed("2024/25", 85, 100));

        JsonPath provenance = given().get(
                        "/v1/values/latest:PASSED:organiser:2120000142:2022-23..2024-25:T:grundskola/provenance")
                .jsonPath();

        assertThat(provenance.getList("items.period", String.class))
                .containsOnlyElementsOf(THREE_YEARS)
                .hasSize(3 * 4);
        assertThat(provenance.getString("explanation")).startsWith("Of the periods 2022/23 to 2024/25 together: ");
    }

    @Test
    void anOrganiserStandsAmongThoseOfTheSameKind() {
        fiveMoreMunicipalities();
        published(passed("2024/25", 60, 100)
                + passed("10000003", "2024/25", 490, 500)
                + IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> passed(
                                "2000000" + i,
                                "2024/25",
                                List.of(50, 60, 70, 80, 90).get(i - 1),
                                100))
                        .collect(Collectors.joining()));

        JsonPath comparisons = comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola");

        // 90, 80, 70, 60, 60, 50: one of the other five is lower and one the same, so that (1 + ½) / 5 are below.
        assertThat(comparisons.getString("standing.kind")).isEqualTo("municipal");
        assertThat(comparisons.getInt("standing.place")).isEqualTo(4);
        assertThat(comparisons.getInt("standing.among")).isEqualTo(6);
        assertThat(comparisons.getInt("standing.percentile")).isEqualTo(30);
        assertThat((Object) comparisons("PASSED:organiser:5560360793:2024-25:T:grundskola")
                        .get("standing"))
                .isNull();
    }

    @Test
    void anOrganiserIsComparedWithItsPeersTogether() {
        fiveMoreMunicipalities();
        published(passed("2024/25", 60, 100)
                + passed("20000001", "2024/25", 20, 40)
                + passed("20000002", "2024/25", 80, 100)
                + passed("20000003", "2024/25", 180, 260));
        peersOfTheMunicipality(1, 2, 3, 4);

        JsonPath comparison = comparisons("PASSED:organiser:2120000142:2024-25:T:grundskola");

        // (20 + 80 + 180) / (40 + 100 + 260) = 70 %, and not the mean of 50, 80 and 69.2; the fourth has no value.
        assertThat(comparison.getInt("peers.among")).isEqualTo(4);
        assertThat(comparison.getInt("peers.withValue")).isEqualTo(3);
        assertThat(comparison.getFloat("peers.difference.other")).isEqualTo(70);
        assertThat(comparison.getFloat("peers.difference.difference")).isEqualTo(-10);
        assertThat(comparison.getString("peers.difference.finding")).isEqualTo("no-difference");
        assertThat((Object) comparisons("PASSED:organiser:2120000001:2024-25:T:grundskola")
                        .get("peers"))
                .isNull();
    }

    @Test
    void aMeanIsToldWithoutSayingWhetherItDiffers() {
        published("""
                gr.merit,school-unit,10000001,2024/25,grundskola,T,200
                gr.merit,school-unit,10000002,2024/25,grundskola,T,220
                gr.merit,school-unit,10000003,2024/25,grundskola,T,240
                gr.pupils,school-unit,10000001,2024/25,grundskola,T,100
                gr.pupils,school-unit,10000002,2024/25,grundskola,T,100
                gr.pupils,school-unit,10000003,2024/25,grundskola,T,300
                """);

        JsonPath comparisons = comparisons("MERIT:organiser:2120000142:2024-25:T:grundskola");

        assertThat(comparisons.getFloat("areas[1].difference.other")).isEqualTo(240);
        assertThat(comparisons.getFloat("areas[1].difference.difference")).isEqualTo(-30);
        assertThat(comparisons.getString("areas[1].difference.finding")).isEqualTo("cannot-tell");
        assertThat((Object) comparisons.get("areas[1].difference.low")).isNull();
    }

    @Test
    void whatHasNoValueIsComparedWithNothing() {
        published("""
                gr.passed,school-unit,10000003,2024/25,grundskola,T,3
                gr.pupils,school-unit,10000003,2024/25,grundskola,T,40
                """);

        JsonPath comparisons = comparisons("PASSED:school-unit:10000003:2024-25:T:grundskola");

        assertThat(comparisons.getString("value.status")).isEqualTo("withheld");
        assertThat(comparisons.getList("areas")).isEmpty();
        assertThat(comparisons.getList("trends")).isEmpty();
    }

    @Test
    void aValueThatThereIsNotIsNotFound() {
        published(passed("2024/25", 60, 100));

        given().get("/v1/values/latest:PASSED:organiser:2120000142:2019-20:T:grundskola/comparison")
                .then()
                .statusCode(404);
    }

    private void fiveMoreMunicipalities() {
        jdbi.useHandle(handle -> IntStream.rangeClosed(1, 5).forEach(i -> {
            handle.execute("insert into organiser values (?, ?, 'municipal', '0180', '01')", "212000000" + i, "K" + i);
            handle.execute(
                    "insert into school_unit values (?, ?, ?, '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'active')",
                    "2000000" + i,
                    "S" + i,
                    "212000000" + i);
            handle.execute(
                    "insert into membership values (?, ?, daterange(null, null))", "2000000" + i, "212000000" + i);
        }));
    }

    private void peersOfTheMunicipality(int... others) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into peer_group select max(number), 'grundskola', '2120000142', '2024/25' from calculation");
            IntStream.of(others)
                    .forEach(i -> handle.execute(
                            "insert into peer select max(number), 'grundskola', '2120000142', ?, ?, 1 from calculation",
                            i,
                            "212000000" + i));
        });
    }

    /** Of the two units of the municipality, half of each. */
    private static String passed(String period, int part, int whole) {
        return passed("10000001", period, part / 2, whole / 2)
                + passed("10000002", period, part - part / 2, whole - whole / 2);
    }

    private static String passed(String unit, String period, int part, int whole) {
        return "gr.passed,school-unit,%1$s,%2$s,grundskola,T,%3$d\ngr.pupils,school-unit,%1$s,%2$s,grundskola,T,%4$d\n"
                .formatted(unit, period, part, whole);
    }

    private static void published(String lines) {
        JsonPath imported = uploaded("/v1/imports?source=csv&mode=atomic", "text/csv", HEADER + lines);
        assertThat(imported.getString("state")).isEqualTo("completed");
        assertThat(released().getString("state")).isEqualTo("completed");
    }

    private static JsonPath comparisons(String id) {
        return given().get("/v1/values/latest:" + id + "/comparison")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
