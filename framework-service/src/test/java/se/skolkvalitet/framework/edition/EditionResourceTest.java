package se.skolkvalitet.framework.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.AtOnce;
import se.skolkvalitet.kit.test.Contracts;

@QuarkusTest
class EditionResourceTest {
    @Inject
    Jdbi jdbi;

    @Test
    void theEditionThatIsShippedHasNoFaultsAndCanBePublished() throws IOException {
        int number = open(ShippedEdition.read());

        publish(number).then().statusCode(200).body("state", equalTo("published"));

        given().get("/v1/editions/{n}", number)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Cache-Control", equalTo("max-age=31536000, immutable"))
                .body("goals", hasSize(10))
                .body("indicators.code", hasItems("GR-MERIT-9", "FTH-ENROLLED"));
    }

    @ParameterizedTest
    @CsvSource({
        "goals, goals",
        "sub-goals, subGoals",
        "measures, measures",
        "indicators, indicators",
        "success-factors, successFactors"
    })
    void itsPartsAreReadWithoutTheRest(String path, String part) throws IOException {
        JsonNode parts = ShippedEdition.read().path(part);
        int number = open(ShippedEdition.read());

        given().get("/v1/editions/{n}/{part}?limit=1000", number, path)
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        containsInAnyOrder(parts.findValuesAsText("code").toArray()));
    }

    @Test
    void publicationIsAnnouncedOnceHoweverManyAskForItAtOnce() throws Exception {
        int number = open(ShippedEdition.read());
        Callable<Integer> publish = () -> publish(number).statusCode();

        assertThat(AtOnce.call(8, publish)).containsOnly(200);
        assertThat(events(number)).hasSize(1).allSatisfy(data -> Contracts.assertValid(Edition.Published.TYPE, data));
    }

    @Test
    void tellsEveryFaultOfADraftAtOnceWithItsPath() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.withArray("goals").remove(0);
        ((ObjectNode) edition.withArray("indicators").get(0)).put("formula", "sum(gr.merit-rating-9)");
        ((ObjectNode) edition.withArray("indicators").get(1)).put("formula", "sum(");
        ((ObjectNode) edition.withArray("indicators").get(2)).put("formula", "sum(gr.nothing)");
        ((ObjectNode) edition.withArray("indicators").get(3)).put("formula", "reported(fo.enrolled)");
        ((ObjectNode) edition.withArray("indicators").get(4)).put("code", "GR-PUPILS");
        ((ObjectNode) edition.withArray("indicators").get(5))
                .withArray("schoolForms")
                .add("sameskola");
        int number = open(edition);

        publish(number)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:skolkvalitet:problem:invalid-request"))
                .body(
                        "errors.rule",
                        hasItems(
                                "dangling-reference",
                                "school-form-without-goal",
                                "only-counts-add-up",
                                "formula",
                                "unknown-measure",
                                "period-kind",
                                "duplicate",
                                "school-form"))
                .body(
                        "errors.field",
                        hasItems(
                                "indicators[0].formula",
                                "indicators[4].code",
                                "indicators[5].formula",
                                "subGoals[0].goal"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @CsvSource({"2028-06-30, 400", "2028-07-01, 200"})
    void aSchoolFormNeedsAGoalWhileItIsThere(String validFrom, int status) throws IOException {
        ObjectNode edition = ShippedEdition.without("forskoleklass");
        edition.put("validFrom", validFrom);

        publish(open(edition)).then().statusCode(status);
    }

    @Test
    void aPublishedEditionNeverChanges() throws IOException {
        int number = open(ShippedEdition.read());
        publish(number).then().statusCode(200);

        replace(number, "\"2\"").then().statusCode(409);
    }

    @Test
    void aDraftIsReplacedOnlyByWhoHasSeenItAsItIs() throws IOException {
        int number = open(ShippedEdition.read());

        replace(number, null).then().statusCode(428);
        replace(number, "\"7\"").then().statusCode(412);
        replace(number, "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void aDraftIsPublishedOnlyByWhoHasSeenItAsItIsAndAsOftenAsTheyAsk() throws IOException {
        int number = open(ShippedEdition.read());
        replace(number, "\"1\"");

        given().post("/v1/editions/{n}/publication", number).then().statusCode(428);
        publish(number).then().statusCode(412);
        given().get("/v1/editions/{n}", number).then().body("state", equalTo("draft"));
        given().header("If-Match", "\"2\"")
                .post("/v1/editions/{n}/publication", number)
                .then()
                .statusCode(200);
        publish(number).then().statusCode(200).body("state", equalTo("published"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/measures/0/code",
                "/measures/0/source",
                "/measures/0/sourceKey",
                "/goals/0/code",
                "/subGoals/0/code",
                "/subGoals/0/goal",
                "/indicators/0/code",
                "/indicators/0/subGoals/0",
                "/indicators/0/formula",
                "/peers/0/background/0",
                "/successFactors/0/code",
                "/successFactors/0/subGoals/0"
            })
    void aTextWithoutEndIsNamedByItsPlaceAndNotReadToItsEnd(String place) throws IOException {
        String endless = (place.contains("measures") ? "a.b" : "A") + "-1".repeat(20_000);

        refused(place, TextNode.valueOf(endless)).body("errors.rule", hasItem("size"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/measures/0/source",
                "/measures/0/sourceKey",
                "/subGoals/0/goal",
                "/indicators/0/subGoals/0",
                "/indicators/0/formula",
                "/successFactors/0/subGoals/0"
            })
    void aTextWithControlCharactersIsNamedByItsPlace(String place) throws IOException {
        refused(place, TextNode.valueOf("A\u0001B")).body("errors.rule", equalTo(List.of("pattern")));
    }

    @Test
    void aMeasureOfNoSchoolFormIsRefused() throws IOException {
        refused("/measures/0/schoolForms", JsonNodeFactory.instance.arrayNode())
                .body("errors.rule", equalTo(List.of("size")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        []   | size
        [-1] | min
        [14] | max
        """)
    void gradesThatNoSchoolHasAreRefused(String grades, String rule) throws IOException {
        refused("/measures/0/grades", new ObjectMapper().readTree(grades)).body("errors.rule", equalTo(List.of(rule)));
    }

    @Test
    void aMeasureTellsItsGradesInOrderAndNoneWhereItIsOfAll() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/measures/0"))
                .putArray("grades")
                .add(9)
                .add(0)
                .add(13);
        ((ObjectNode) edition.at("/measures/1")).putNull("grades");

        int number = open(edition);

        given().get("/v1/editions/{n}", number)
                .then()
                .body("measures[0].grades", equalTo(List.of(0, 9, 13)))
                .body("measures[1]", not(hasKey("grades")));
    }

    @Test
    void aFormulaThatChoosesAGradeWithoutFiguresIsNotPublished() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/indicators/0")).put("formula", "sum(gr.pupils[grade 3])");
        ((ObjectNode) edition.at("/measures/0")).putArray("grades").add(6).add(9);

        refusesToPublish(edition, "indicators[0].formula", "grade");
    }

    @Test
    void twoMeasuresOfTheSameFiguresOfASourceAreAFault() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ObjectNode first = (ObjectNode) edition.at("/measures/0");
        ((ObjectNode) edition.at("/measures/2"))
                .put("source", first.get("source").asText())
                .put("sourceKey", first.get("sourceKey").asText());

        refusesToPublish(edition, "measures[2].sourceKey", "unique-source-key");
    }

    @Test
    void figuresOfAreasAreThoseOfOneMeasureToo() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/measures/0")).set("areas", areas("another-source", "a-key", "municipality"));
        ((ObjectNode) edition.at("/measures/2")).put("source", "another-source").put("sourceKey", "a-key");

        refusesToPublish(edition, "measures[2].sourceKey", "unique-source-key");
    }

    @Test
    void figuresOfAreasInTheSourceOfAllOthersAreAFault() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ObjectNode measure = (ObjectNode) edition.at("/measures/0");
        measure.set("areas", areas(measure.get("source").asText(), "another-key", "municipality"));

        refusesToPublish(edition, "measures[0].areas.source", "another-source");
    }

    @Test
    void whereFiguresOfAreasAreFoundIsKept() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/measures/0"))
                .set("areas", areas("another-source", "a-key", "nation", "municipality"));

        int number = open(edition);

        given().get("/v1/editions/{n}", number)
                .then()
                .statusCode(200)
                .body("measures[0].areas.levels", equalTo(List.of("municipality", "nation")))
                .body("measures[0].areas.source", equalTo("another-source"))
                .body("measures[0].areas.sourceKey", equalTo("a-key"))
                .body("measures[1]", not(hasKey("areas")));
    }

    @Test
    void figuresOfAreasAtNoLevelAreRefused() throws IOException {
        refused("/measures/0/areas", areas("another-source", "a-key")).body("errors.rule", equalTo(List.of("size")));
    }

    private static ObjectNode areas(String source, String sourceKey, String... levels) {
        ObjectNode areas = JsonNodeFactory.instance.objectNode();
        ArrayNode named = areas.putArray("levels");
        List.of(levels).forEach(named::add);
        return areas.put("source", source).put("sourceKey", sourceKey);
    }

    @Test
    void theSameKeyInAnotherSourceIsAnotherFigure() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/measures/2"))
                .put("source", "another-source")
                .put("sourceKey", edition.at("/measures/0/sourceKey").asText());

        publish(open(edition)).then().statusCode(200);
    }

    @Test
    void aFormulaMayHaveLines() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        String formula = edition.at("/indicators/0/formula").asText();
        ((ObjectNode) edition.at("/indicators/0")).put("formula", formula.replace(" ", "\n\t"));

        publish(open(edition)).then().statusCode(200);
    }

    @Test
    void aSubGoalThatNothingFollowsUpSaysWhy() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ObjectNode subGoal = withoutIndicators(edition);
        text(subGoal, "notFollowed");

        publish(open(edition)).then().statusCode(200);
    }

    @Test
    void aSubGoalThatNothingFollowsUpAndThatDoesNotSayWhyIsAFault() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        withoutIndicators(edition);

        publish(open(edition))
                .then()
                .statusCode(400)
                .body("errors.rule", equalTo(List.of("sub-goal-without-indicator")));
    }

    @Test
    void aSubGoalThatIsFollowedUpAndSaysWhyItIsNotIsAFault() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        int followed = indexOf(edition, edition.at("/indicators/0/subGoals/0").asText());
        text((ObjectNode) edition.withArray("subGoals").get(followed), "notFollowed");

        publish(open(edition))
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("subGoals[%d].notFollowed".formatted(followed))))
                .body("errors.rule", equalTo(List.of("sub-goal-with-indicator")));
    }

    @Test
    void whatIsSaidOfSourcesAndForSelfAssessmentIsReadAsItWasWritten() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        text((ObjectNode) edition.at("/measures/0"), "note");
        text(withoutIndicators(edition), "notFollowed");
        ObjectNode factor = (ObjectNode) edition.at("/successFactors/0");
        factor.putArray("levels").add(text("först", "first")).add(text("sedan", "then"));
        factor.putArray("references")
                .add(reference().put("url", "https://example.org/a?b=c"))
                .add(reference());

        int number = open(edition);

        JsonNode read = new ObjectMapper()
                .readTree(given().get("/v1/editions/{n}", number).asString());
        assertThat(read.at("/measures/0")).isEqualTo(edition.at("/measures/0"));
        assertThat(read.at("/subGoals")).isEqualTo(edition.at("/subGoals"));
        assertThat(read.at("/successFactors/0")).isEqualTo(factor);
    }

    @Test
    void aSuccessFactorWithoutLevelsAndReferencesHasEmptyLists() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/successFactors/0")).remove("levels");
        ((ObjectNode) edition.at("/successFactors/0")).putNull("references");

        int number = open(edition);

        given().get("/v1/editions/{n}", number)
                .then()
                .body("successFactors[0].levels", hasSize(0))
                .body("successFactors[0].references", hasSize(0));
    }

    @Test
    void whatIsSaidOfTheBackgroundIsReadAsItWasWritten() throws IOException {
        ObjectNode edition = ShippedEdition.read();

        int number = open(edition);

        JsonNode read = new ObjectMapper()
                .readTree(given().get("/v1/editions/{n}", number).asString());
        assertThat(read.at("/peers")).isNotEmpty().isEqualTo(edition.at("/peers"));
        assertThat(read.at("/indicators")).isEqualTo(edition.at("/indicators"));
    }

    @Test
    void anEditionThatSaysNothingOfPeersHasAnEmptyList() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.remove("peers");

        int number = open(edition);

        given().get("/v1/editions/{n}", number).then().body("peers", hasSize(0));
    }

    @Test
    void theLeastCoverageIsReadAsItWasWritten() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.putObject("leastCoverage").put("wide", new BigDecimal("0.9")).put("narrow", new BigDecimal("0.75"));

        int number = open(edition);

        JsonNode read = new ObjectMapper()
                .readTree(given().get("/v1/editions/{n}", number).asString());
        assertThat(read.at("/leastCoverage")).hasToString("{\"wide\":0.9,\"narrow\":0.75}");
    }

    @Test
    void howFewPupilsAValueMayBeAboutIsReadAsItWasWritten() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.putObject("disclosure")
                .put("leastGroup", 20)
                .put("leastCount", 3)
                .put("few", "rounded")
                .put("width", 1);
        ((ObjectNode) edition.at("/measures/0")).put("protects", "pupils");
        ((ObjectNode) edition.at("/measures/1")).put("protects", "nobody");

        int number = open(edition);

        JsonNode read = new ObjectMapper()
                .readTree(given().get("/v1/editions/{n}", number).asString());
        assertThat(read.at("/disclosure"))
                .hasToString("{\"leastGroup\":20,\"leastCount\":3,\"few\":\"rounded\",\"width\":1}");
        assertThat(read.at("/measures/0/protects").asText()).isEqualTo("pupils");
        assertThat(read.at("/measures/1/protects").asText()).isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "leastCoverage, '{\"wide\":1.1,\"narrow\":0.5}', leastCoverage.wide, decimal-max",
        "leastCoverage, '{\"wide\":0.8,\"narrow\":-0.1}', leastCoverage.narrow, decimal-min",
        "leastCoverage, '{\"wide\":0.8,\"narrow\":0.12345}', leastCoverage.narrow, digits",
        "leastCoverage, '{\"wide\":0.8}', leastCoverage.narrow, not-null",
        "disclosure, '{\"leastGroup\":0,\"leastCount\":5}', disclosure.leastGroup, min",
        "disclosure, '{\"leastGroup\":10,\"leastCount\":1001}', disclosure.leastCount, max",
        "disclosure, '{\"leastGroup\":10}', disclosure.leastCount, not-null",
        "disclosure, '{\"leastGroup\":10,\"leastCount\":5,\"width\":-1}', disclosure.width, min"
    })
    void rulesOfAnEditionThatDoNotHoldAreRefused(String part, String rules, String field, String rule)
            throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.set(part, new ObjectMapper().readTree(rules));

        given().contentType(ContentType.JSON)
                .body(edition.toString())
                .post("/v1/editions")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(field)))
                .body("errors.rule", equalTo(List.of(rule)));
    }

    @Test
    void fewPupilsAreFewerThanALargeEnoughGroup() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.putObject("disclosure").put("leastGroup", 5).put("leastCount", 6);

        refusesToPublish(edition, "disclosure.leastCount", "few-of-a-group");
    }

    @Test
    void fewPupilsCannotBeMoreUncertainThanFewMayBe() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        edition.putObject("disclosure")
                .put("leastGroup", 10)
                .put("leastCount", 5)
                .put("width", 4);

        refusesToPublish(edition, "disclosure.width", "width-of-few");
    }

    @Test
    void aBackgroundThatDoesNotHoldIsNotPublished() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.at("/peers/0")).putArray("background").add("GR-PUPILS");

        refusesToPublish(edition, "peers[0].background[0]", "total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/peers/0/background", "/indicators/0/expectedBy"})
    void aBackgroundOfNothingOrOfTooMuchIsRefused(String place) throws IOException {
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();

        refused(place, codes).body("errors.rule", equalTo(List.of("size")));
        refused(place, codes.add("A").add("B").add("C").add("D").add("E").add("F"))
                .body("errors.rule", equalTo(List.of("size")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "https://example.org/a b", "https://", "javascript:alert(1)"})
    void anAddressThatNobodyShouldFollowIsRefused(String url) throws IOException {
        ArrayNode references =
                JsonNodeFactory.instance.arrayNode().add(reference().put("url", url));

        refused("/successFactors/0/references", references).body("errors.rule", equalTo(List.of("pattern")));
    }

    /** @return a sub-goal that no indicator of the edition follows up any more */
    private static ObjectNode withoutIndicators(ObjectNode edition) {
        String code = edition.at("/indicators/0/subGoals/0").asText();
        for (JsonNode indicator : edition.withArray("indicators")) {
            ArrayNode others = JsonNodeFactory.instance.arrayNode();
            indicator.get("subGoals").forEach(one -> {
                if (!one.asText().equals(code)) {
                    others.add(one);
                }
            });
            ((ObjectNode) indicator).set("subGoals", others.isEmpty() ? others.add(otherThan(edition, code)) : others);
        }
        return (ObjectNode) edition.withArray("subGoals").get(indexOf(edition, code));
    }

    private static String otherThan(ObjectNode edition, String code) {
        return edition.path("indicators").findValues("subGoals").stream()
                .map(codes -> codes.path(0).asText())
                .filter(other -> !other.equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static int indexOf(ObjectNode edition, String subGoal) {
        return edition.withArray("subGoals").findValuesAsText("code").indexOf(subGoal);
    }

    private static void text(ObjectNode part, String field) {
        part.set(field, text("därför", "because"));
    }

    private static ObjectNode text(String swedish, String english) {
        return JsonNodeFactory.instance.objectNode().put("sv", swedish).put("en", english);
    }

    private static ObjectNode reference() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", "Om skolan")
                .put("publisher", "Skolverket")
                .put("year", 2025);
    }

    /** @return the answer to an edition with something else at one place, which it names */
    private static ValidatableResponse refused(String place, JsonNode value) throws IOException {
        ObjectNode edition = ShippedEdition.read();
        String parent = place.substring(0, place.lastIndexOf('/'));
        if (edition.at(parent) instanceof ArrayNode list) {
            list.set(0, value);
        } else {
            ((ObjectNode) edition.at(parent)).set(place.substring(parent.length() + 1), value);
        }
        return given().contentType(ContentType.JSON)
                .body(edition.toString())
                .post("/v1/editions")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItem(startsWith(
                                place.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.'))));
    }

    @Test
    void aMissingTranslationIsNamedByItsPath() throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ObjectNode) edition.withArray("goals").get(3).get("name")).remove("en");

        given().contentType(ContentType.JSON)
                .body(edition.toString())
                .post("/v1/editions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("goals[3].name.en"))
                .body("errors[0].rule", equalTo("not-null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/measures",
                "/measures/0/schoolForms",
                "/measures/5/grades",
                "/goals",
                "/subGoals",
                "/indicators",
                "/indicators/0/subGoals",
                "/indicators/0/schoolForms",
                "/peers",
                "/peers/0/background",
                "/successFactors",
                "/successFactors/0/subGoals",
                "/successFactors/0/questions",
                "/successFactors/0/levels",
                "/successFactors/0/references"
            })
    void nothingInAListIsNamedByItsPlace(String list) throws IOException {
        ObjectNode edition = ShippedEdition.read();
        ((ArrayNode) edition.at(list)).insertNull(0);
        String path = list.substring(1).replaceAll("/(\\d+)/", "[$1].");

        given().contentType(ContentType.JSON)
                .body(edition.toString())
                .post("/v1/editions")
                .then()
                .statusCode(400)
                .body("errors[0].field", startsWith(path))
                .body("errors[0].rule", equalTo("not-null"));
    }

    @Test
    void theSameDraftIsOpenedOnceUnderOneKey() throws IOException {
        String key = UUID.randomUUID().toString();
        Response first = post(ShippedEdition.read(), key);
        Response second = post(ShippedEdition.read(), key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).endsWith(path(first.header("Location")));
    }

    @Test
    void theLatestEditionTellsItsOwnAddressAndIsNotTakenForTheOneBefore() throws IOException {
        int sooner = open(ShippedEdition.read());
        publish(sooner);
        String tag = given().get("/v1/editions/latest").header("ETag");
        int later = open(ShippedEdition.read());
        publish(later);

        given().header("If-None-Match", tag)
                .get("/v1/editions/latest")
                .then()
                .statusCode(200)
                .header("Content-Location", endsWith("/v1/editions/" + later))
                .body("number", equalTo(later));
    }

    @Test
    void anUnknownEditionIsNotFound() {
        given().get("/v1/editions/99999").then().statusCode(404).contentType("application/problem+json");
    }

    private void refusesToPublish(ObjectNode edition, String field, String rule) {
        publish(open(edition))
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of(field)))
                .body("errors.rule", equalTo(List.of(rule)));
    }

    private int open(ObjectNode edition) {
        return post(edition, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static Response post(ObjectNode edition, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(edition.toString())
                .post("/v1/editions");
    }

    private static Response publish(int number) {
        return given().header("If-Match", "\"1\"").post("/v1/editions/{n}/publication", number);
    }

    private Response replace(int number, String ifMatch) throws IOException {
        var request =
                given().contentType(ContentType.JSON).body(ShippedEdition.read().toString());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/editions/{n}", number);
    }

    private List<String> events(int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select data from outbox where topic = :topic and subject = :subject")
                        .bind("topic", Edition.Published.TOPIC)
                        .bind("subject", String.valueOf(number))
                        .mapTo(String.class)
                        .list());
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/v1/"));
    }
}
