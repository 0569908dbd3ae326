package se.skolkvalitet.indicator.background;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static se.skolkvalitet.indicator.testsupport.ManyUnits.FIRST_MUNICIPALITY;
import static se.skolkvalitet.indicator.testsupport.ManyUnits.REGION;
import static se.skolkvalitet.indicator.testsupport.ManyUnits.WITHHELD;
import static se.skolkvalitet.indicator.testsupport.ManyUnits.WITHOUT_BACKGROUND;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.indicator.testsupport.ManyUnits;
import se.skolkvalitet.indicator.testsupport.ManyUnits.Unit;

/** From statistics with a background to peers and expected values, held against another implementation. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackgroundResourceTest {
    private static final List<String> BACKGROUND =
            List.of("GR-BACKGROUND-EDUCATION", "GR-BACKGROUND-BOYS", "GR-BACKGROUND-NEWLY-ARRIVED");
    private static final double SMALL = 1e-6;
    private static final JsonPathConfig ALL_DIGITS =
            JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL);

    @Inject
    Jdbi jdbi;

    private boolean published;

    /** Once: nothing here changes anything. */
    @BeforeEach
    void publish() throws IOException {
        if (!published) {
            ManyUnits.register(jdbi);
            ManyUnits.publish();
            published = true;
        }
    }

    @Test
    void theLineIsThatOfAnotherImplementation() {
        JsonPath expected = expected("GR-MERIT-9", "school-unit", "20000001");

        OLSMultipleLinearRegression other = line();
        double[] parameters = other.estimateRegressionParameters();
        assertThat(expected.getInt("model.units")).isEqualTo(46);
        assertThat(expected.getDouble("model.r2")).isCloseTo(other.calculateRSquared(), within(0.00051));
        assertThat(expected.getDouble("model.intercept")).isCloseTo(parameters[0], within(SMALL));
        assertThat(expected.getList("model.coefficients.indicator")).isEqualTo(BACKGROUND);
        for (int i = 0; i < BACKGROUND.size(); i++) {
            assertThat(expected.getDouble("model.coefficients[%d].coefficient".formatted(i)))
                    .isCloseTo(parameters[i + 1], within(SMALL));
        }
    }

    @Test
    void aUnitsValueIsWhatIsExpectedAndTheRest() {
        Unit unit = ManyUnits.units().get(0);

        JsonPath expected = expected("GR-MERIT-9", "school-unit", unit.code());

        double[] parameters = line().estimateRegressionParameters();
        double byAnother = parameters[0]
                + parameters[1] * unit.education().doubleValue()
                + parameters[2] * unit.boys().doubleValue()
                + parameters[3] * unit.newlyArrived().doubleValue();
        assertThat(decimal(expected, "value.value")).isEqualByComparingTo(unit.merit());
        assertThat(decimal(expected, "expected")).isEqualByComparingTo(rounded(byAnother));
        assertThat(decimal(expected, "residual"))
                .isEqualByComparingTo(rounded(unit.merit().doubleValue() - byAnother));
    }

    @Test
    void whatTheSourceExpectsItselfIsToldBesideTheLine() {
        JsonPath expected = expected("GR-MERIT-9", "school-unit", "20000001");

        assertThat(decimal(expected, "sourceDeviation.value")).isEqualByComparingTo(ManyUnits.DEVIATION);
        assertThat(expected.getString("sourceDeviation.id"))
                .isEqualTo("2026.1:GR-SALSA-MERIT:school-unit:20000001:2024-25:T:grundskola");
        assertThat(decimal(expected, "expected")).isNotNull();
        assertThat((Object) expected("GR-MERIT-9", "school-unit", "20000003").get("sourceDeviation"))
                .isNull();
    }

    @Test
    void whatTheSourceExpectsItselfIsToldAloneWhereTheBackgroundIsNotKnown() {
        JsonPath expected = expected("GR-MERIT-9", "school-unit", "20000031");

        assertThat(decimal(expected, "sourceDeviation.value")).isEqualByComparingTo(ManyUnits.DEVIATION);
        assertThat(expected.getMap("$")).doesNotContainKeys("expected", "residual", "model");
    }

    @ParameterizedTest
    @CsvSource({"organiser, 2120000010", "municipality, 0180", "county, 01", "nation, 00"})
    void ofAnAreaTheSameIsExpectedByItsOwnBackground(String level, String area) {
        JsonPath expected = expected("GR-MERIT-9", level, area);

        BigDecimal byHand = decimal(expected, "model.intercept");
        for (int i = 0; i < BACKGROUND.size(); i++) {
            byHand = byHand.add(decimal(expected, "model.coefficients[%d].coefficient".formatted(i))
                    .multiply(value(BACKGROUND.get(i), level, area)));
        }
        BigDecimal value = value("GR-MERIT-9", level, area);
        assertThat(decimal(expected, "expected")).isEqualByComparingTo(byHand.setScale(1, RoundingMode.HALF_UP));
        assertThat(decimal(expected, "residual"))
                .isEqualByComparingTo(value.subtract(byHand).setScale(1, RoundingMode.HALF_UP));
        assertThat(expected.getList("model.coefficients.background.id")).isEqualTo(ids(level, area));
    }

    @Test
    void allUnitsOfTheModelHaveAnExpectedValueAndNoOthers() {
        List<String> units = jdbi.withHandle(handle -> handle.createQuery("select area from expected_value"
                        + " where indicator = 'GR-MERIT-9' and level = 'school-unit' order by area")
                .mapTo(String.class)
                .list());

        assertThat(units)
                .isEqualTo(ManyUnits.units().stream()
                        .filter(Unit::isInTheModel)
                        .map(Unit::code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GR-MERIT-9:school-unit:" + WITHHELD
                        + ":2024-25:T | no value to hold against what is expected: its status is withheld",
                "GR-MERIT-9:school-unit:20000032:2024-25:T | lacks a value of the background, which is GR-BACKGROUND-EDUCATION,",
                "GR-BACKGROUND-BOYS:nation:00:2024-25:T | The edition names no background by which GR-BACKGROUND-BOYS"
            })
    void whereNothingIsExpectedTheProblemSaysWhy(String value, String why) {
        given().get("/v1/values/latest:%s:grundskola/expected".formatted(value))
                .then()
                .statusCode(404)
                .body("detail", containsString(why));
    }

    @Test
    void aValueThatThereIsNotIsNotFound() {
        given().get("/v1/values/latest:GR-MERIT-9:nation:00:1999-00:T:grundskola/expected")
                .then()
                .statusCode(404)
                .body("detail", startsWith("There is no value "));
    }

    @Test
    void thePeersAreTheNearestOfTheKindByAnotherImplementation() {
        JsonPath group = peers("organiser=" + FIRST_MUNICIPALITY);

        Map<String, double[]> scores = scores();
        Map<String, String> kinds = ManyUnits.kinds();
        List<String> nearest = scores.keySet().stream()
                .filter(code -> !code.equals(FIRST_MUNICIPALITY))
                .filter(code -> kinds.get(code).equals("municipal"))
                .sorted((one, other) -> Double.compare(distance(scores, one), distance(scores, other)))
                .limit(7)
                .toList();
        assertThat(group.getList("items[0].peers.organiser")).isEqualTo(nearest);
        for (int i = 0; i < nearest.size(); i++) {
            assertThat(group.getInt("items[0].peers[%d].position".formatted(i))).isEqualTo(i + 1);
            assertThat(group.getDouble("items[0].peers[%d].distance".formatted(i)))
                    .isCloseTo(distance(scores, nearest.get(i)), within(0.00051));
        }
    }

    @Test
    void aGroupTellsNamesAndTheBackgroundOfEach() {
        given().get("/v1/releases/latest/peers?schoolForm=grundskola&organiser=" + FIRST_MUNICIPALITY)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Huvudman " + FIRST_MUNICIPALITY))
                .body("items[0].kind", equalTo("municipal"))
                .body("items[0].period", equalTo("2024/25"))
                .body("items[0].background.indicator", equalTo(BACKGROUND))
                .body("items[0].background.id", equalTo(ids("organiser", FIRST_MUNICIPALITY)))
                .body("items[0].peers[0].background.indicator", equalTo(BACKGROUND))
                .body("items[0].peers[6].name", startsWith("Huvudman 21200000"));
    }

    @ParameterizedTest
    @CsvSource({REGION + ", kind", WITHOUT_BACKGROUND + ", background"})
    void whoHasNoPeersSaysWhy(String organiser, String reason) {
        JsonPath group = peers("organiser=" + organiser);

        assertThat(group.getString("items[0].reason")).isEqualTo(reason);
        assertThat(group.getList("items[0].peers")).isEmpty();
    }

    @Test
    void everyOrganiserWithABackgroundIsListedOnceInPages() {
        JsonPath first = peers("limit=20");
        JsonPath second = peers("limit=20&cursor=" + first.getString("next"));

        assertThat(first.getList("items.organiser"))
                .hasSize(20)
                .doesNotContainAnyElementsOf(second.getList("items.organiser"));
        assertThat(second.getList("items.organiser")).hasSize(5);
        assertThat(second.getString("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organiser=2120000099 | organiser | There is no organiser 2120000099; the nearest: 21200000",
                "schoolForm=grundskol | schoolForm | There is no school form grundskol; the nearest: grundskola"
            })
    void anUnknownCodeIsNamedWithTheNearestOnes(String query, String field, String message) {
        given().get("/v1/releases/latest/peers?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", startsWith(message));
    }

    @Test
    void anOrganiserWithoutAnyBackgroundIsAnEmptyPage() {
        assertThat(peers("organiser=5560360793").getList("items")).isEmpty();
    }

    private static JsonPath expected(String indicator, String level, String area) {
        return given().get(
                        "/v1/values/{id}/expected",
                        "latest:%s:%s:%s:2024-25:T:grundskola".formatted(indicator, level, area))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(ALL_DIGITS);
    }

    private static JsonPath peers(String query) {
        return given().get("/v1/releases/latest/peers?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(ALL_DIGITS);
    }

    private static BigDecimal value(String indicator, String level, String area) {
        JsonPath page = given().get("/v1/values?period=2024/25&sex=T&indicator=%s&level=%s&area=%s"
                        .formatted(indicator, level, area))
                .jsonPath(ALL_DIGITS);
        return decimal(page, "items[0].value");
    }

    private static List<String> ids(String level, String area) {
        String release = given().get("/v1/releases/latest").path("id");
        return BACKGROUND.stream()
                .map(indicator -> "%s:%s:%s:%s:2024-25:T:grundskola".formatted(release, indicator, level, area))
                .toList();
    }

    private static BigDecimal decimal(JsonPath json, String path) {
        return new BigDecimal(json.getString(path));
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }

    private static OLSMultipleLinearRegression line() {
        List<Unit> units = ManyUnits.units().stream().filter(Unit::isInTheModel).toList();
        OLSMultipleLinearRegression line = new OLSMultipleLinearRegression();
        line.newSampleData(
                units.stream().mapToDouble(unit -> unit.merit().doubleValue()).toArray(),
                units.stream()
                        .map(unit -> new double[] {
                            unit.education().doubleValue(),
                            unit.boys().doubleValue(),
                            unit.newlyArrived().doubleValue()
                        })
                        .toArray(double[][]::new));
        return line;
    }

    /** Of the organisers with all of the background, each of its values in standard deviations from the mean. */
    private static Map<String, double[]> scores() {
        Map<String, double[]> scores = new HashMap<>();
        List<String> organisers = ManyUnits.kinds().keySet().stream()
                .filter(code -> !code.equals(WITHOUT_BACKGROUND))
                .toList();
        organisers.forEach(code -> scores.put(code, new double[BACKGROUND.size()]));
        for (int i = 0; i < BACKGROUND.size(); i++) {
            String indicator = BACKGROUND.get(i);
            double[] column = organisers.stream()
                    .mapToDouble(code -> value(indicator, "organiser", code).doubleValue())
                    .toArray();
            double deviation = Math.sqrt(StatUtils.populationVariance(column));
            for (int row = 0; row < column.length; row++) {
                scores.get(organisers.get(row))[i] = (column[row] - StatUtils.mean(column)) / deviation;
            }
        }
        return scores;
    }

    private static double distance(Map<String, double[]> scores, String organiser) {
        return new EuclideanDistance().compute(scores.get(organiser), scores.get(FIRST_MUNICIPALITY));
    }
}
