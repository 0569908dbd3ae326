package se.skolkvalitet.kit.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.AtOnce;
import se.skolkvalitet.kit.test.EmbeddedStack;
import se.skolkvalitet.kit.test.hostile.RawHttp;
import se.skolkvalitet.kit.testapp.LoggedErrors;

/** What every API of the suite does, on a resource made for the test. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ApiConventionsTest {
    @Inject
    Jdbi jdbi;

    @BeforeEach
    void noThings() {
        jdbi.useHandle(handle -> handle.execute("truncate thing, idempotency_key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"code":                                | ''             | json
        {"code":"a","size":"big"}               | size           | type
        {"code":"a","weight":1}                 | weight         | unknown-field
        {"code":"a","code":"b"}                 | ''             | json
        {"code":"a","parts":[{"name":"7"},{}]} x | ''            | json
        {"code":"a","parts":[{"name":7}]}       | parts[0].name  | type
        {"code":"a","size":"1"}                 | size           | type
        {"code":["a"]}                          | code           | type
        {"code":"a","day":20260701}             | day            | type
        {"code":"a","day":[2026,7,1]}           | day            | type
        """)
    void aBodyThatCannotBeReadNamesTheFieldAndTheRule(String body, String field, String rule) {
        isProblem(post(body, null), 400, "malformed-json")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"code":"abcd"}                            | code          | pattern
        {"code":"a","colour":"green"}              | colour        | one-of
        {"code":"a","parts":[{"name":"a\\u0000"}]} | parts[0].name | plain-text
        {"code":"a","day":"2026-02-30"}            | day           | date
        {"code":"a","day":"2026-07-01T00:00:00Z"}  | day           | date
        {"code":"a","day":""}                      | day           | date
        {"code":"a","day":"0000-01-01"}            | day           | range
        {"code":"a","day":"+999999999-12-31"}      | day           | range
        """)
    void aValueThatBreaksARuleOfItsOwnIsNoFaultOfTheJson(String body, String field, String rule) {
        isProblem(post(body, null), 400, "invalid-request")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo(rule));
    }

    @Test
    void everyBrokenRuleOfABodyIsToldAtOnce() {
        isProblem(post("{\"parts\":[{\"name\":\"\"},{},{\"name\":\"ok\"}]}", null), 400, "invalid-request")
                .body("errors.field", hasItems("code", "parts", "parts[0].name", "parts[1].name"))
                .body("errors.message", hasItem("a part has a name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "en,-", "en;q=", ";", ","})
    void aLanguageThatCannotBeReadIsNoReasonToFail(String languages) {
        Response answer = given().header("Accept-Language", languages)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/things");

        isProblem(answer, 400, "invalid-request").body("errors.field", contains("code"));
    }

    @Test
    void anEmptyBodyIsRefused() {
        isProblem(given().contentType(ContentType.JSON).post("/v1/things"), 400, "invalid-request");
    }

    @Test
    void aWrongMediaTypeIsRefused() {
        isProblem(given().contentType(ContentType.XML).body("<a/>").post("/v1/things"), 415, "unsupported-media-type");
        isProblem(given().accept("text/html").get("/v1/things"), 406, "not-acceptable");
    }

    @Test
    void anUnknownPathIsAProblemNotAPage() {
        isProblem(given().get("/v1/nothing"), 404, "not-found").body("instance", equalTo("/v1/nothing"));
        isProblem(given().get("/nothing"), 404, "not-found");
    }

    @Test
    void aMethodThatAResourceDoesNotHaveIsRefused() {
        isProblem(given().delete("/v1/things"), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/things          | GET, HEAD, OPTIONS, POST
        /v1/things/abc      | GET, HEAD, OPTIONS, PUT
        /v1/files           | GET, HEAD, OPTIONS, POST
        /v1/dead-letters    | GET, HEAD, OPTIONS
        /v1/outbox/epochs   | OPTIONS, POST
        """)
    void allowTellsTheMethodsOfThePathItself(String path, String methods) {
        given().delete(path).then().statusCode(405).header("Allow", equalTo(methods));
        given().options(path).then().statusCode(200).header("Allow", equalTo(methods));
    }

    @Test
    void whereThereIsNothingNoMethodIsAllowed() {
        isProblem(given().options("/v1/nothing"), 404, "not-found");
        isProblem(given().delete("/v1/nothing"), 404, "not-found");
    }

    @Test
    void anUnknownParameterIsRefusedAndTheKnownOnesAreNamed() {
        isProblem(given().get("/v1/things?color=red&limit=3"), 400, "unknown-parameter")
                .body("errors.field", equalTo(List.of("color")))
                .body("detail", containsString("beside, colour, cursor, limit"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        limit=0       | limit  | min
        limit=1001    | limit  | max
        limit=many    | limit  | integer
        colour=green  | colour | one-of
        cursor=!!!!   | cursor | cursor
        """)
    void aParameterThatCannotBeReadIsNamed(String query, String field, String rule) {
        isProblem(given().get("/v1/things?" + query), 400, "invalid-request")
                .body("errors[0].field", equalTo(field))
                .body("errors[0].rule", equalTo(rule));
    }

    @Test
    void aFilterThatIsNoCodeIsNamedWithTheNearestOnes() {
        post("{\"code\":\"ab\"}", null);

        isProblem(given().get("/v1/things?beside=AB"), 400, "invalid-request")
                .body("errors[0].field", equalTo("beside"))
                .body("errors[0].rule", equalTo("pattern"))
                .body("errors[0].message", equalTo("'AB' is not one to three small letters; the nearest: ab"));
    }

    @Test
    void whereThereIsNoCodeNoneIsSuggested() {
        isProblem(given().get("/v1/things?beside=AB"), 400, "invalid-request")
                .body("errors[0].message", equalTo("'AB' is not one to three small letters"));
    }

    @Test
    void aPathThatCannotBeReadIsNamed() {
        isProblem(given().get("/v1/things/ABC"), 400, "invalid-request").body("errors[0].field", equalTo("code"));
    }

    @Test
    void aDatabaseThatIsAwayIsNoFailureOfTheService() {
        Response answer = given().get("/v1/cut-off");

        isProblem(answer, 503, "unavailable").header("Retry-After", equalTo("5"));
    }

    @Test
    void aDatabaseThatGoesAwayBeforeTheCommitIsNoFailureOfTheService() {
        Response answer = given().get("/v1/cut-off-at-the-end");

        isProblem(answer, 503, "unavailable").header("Retry-After", equalTo("5"));
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        String cursor = "x".repeat(9000);

        Response answer = given().queryParam("cursor", cursor).get("/v1/things");

        isProblem(answer, 414, "address-too-long");
    }

    @Test
    void anAddressThatIsTooLongIsNotSentBackAsAWhole() {
        String path = "/v1/things/" + "x".repeat(9000);

        Response answer = given().get(path);

        isProblem(answer, 414, "address-too-long");
        assertThat(answer.jsonPath().getString("instance"))
                .hasSizeLessThan(300)
                .startsWith("/v1/things/xxx")
                .endsWith("…");
    }

    @Test
    void headIsAnsweredLikeGetWithItsTagAndNoBody() {
        create("a");
        String tag = given().get("/v1/things/a").header("ETag");

        Response answer = given().head("/v1/things/a");

        answer.then().statusCode(200).header("ETag", equalTo(tag));
        assertThat(answer.body().asByteArray()).isEmpty();
    }

    /** To who takes no compression; of a compressed answer nobody knows it before it is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/things/a", "/v1/tagged/a"})
    void headTellsTheLengthThatTheAnswerToGetHas(String path) throws IOException {
        create("a");
        String length = sendRaw("GET " + path, "").headers().get("content-length");

        RawHttp.Answer head = sendRaw("HEAD " + path, "");
        RawHttp.Answer compressed = sendRaw("HEAD " + path, "Accept-Encoding: gzip\r\n");
        RawHttp.Answer known = sendRaw("HEAD " + path, "If-None-Match: *\r\n");

        assertThat(head.headers()).containsEntry("content-length", length);
        assertThat(compressed.headers()).doesNotContainKey("content-length");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.headers()).doesNotContainKey("content-length");
    }

    @Test
    void theTraceIdOfAFailureLeadsToItsReasonInTheLog() {
        try (LoggedErrors errors = new LoggedErrors()) {
            String traceId = given().get("/v1/broken").path("traceId");

            assertThat(errors.lines())
                    .anySatisfy(line ->
                            assertThat(line).contains("trace=" + traceId).contains("secret"));
        }
    }

    @Test
    void aFailureTellsNothingOfTheInside() {
        isProblem(given().get("/v1/broken"), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithItsStatedLength() {
        String large = "{\"code\":\"%s\"}".formatted("a".repeat(3000));

        isProblem(post(large, null), 413, "too-large").body("detail", containsString("2000 bytes"));
    }

    @Test
    void pagesHaveEveryItemOnceAndALinkToThemselvesAndTheNext() {
        IntStream.range(0, 25).forEach(i -> create(String.valueOf((char) ('a' + i))));

        Response first = given().get("/v1/things?limit=10");
        Response second = given().get("/v1/things?limit=10&cursor=" + first.path("next"));
        Response third = given().get("/v1/things?limit=10&cursor=" + second.path("next"));

        assertThat(first.<List<?>>path("items")).hasSize(10);
        assertThat(first.headers().getValues("Link"))
                .satisfiesExactly(
                        self -> assertThat(self).matches("<http.*/v1/things\\?limit=10>; rel=\"self\""),
                        next -> assertThat(next).matches("<http.*/v1/things\\?.*cursor=.*>; rel=\"next\""));
        assertThat(second.<String>path("items[0].code")).isEqualTo("k");
        assertThat(third.<List<?>>path("items")).hasSize(5);
        assertThat(third.<String>path("next")).isNull();
        assertThat(third.headers().getValues("Link")).hasSize(1);
    }

    @Test
    void aGetThatHasNotChangedIsAnsweredWithoutABody() {
        create("a");
        String tag = given().get("/v1/things").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/things")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        create("b");
        given().header("If-None-Match", tag).get("/v1/things").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", W/%s", "\"a,b\",%s", "*"})
    void whatIsReadIsComparedWeakly(String known) {
        create("a");
        String tag = given().get("/v1/things").header("ETag");

        Response answer = given().header("If-None-Match", known.formatted(tag)).get("/v1/things");

        answer.then().statusCode(304).header("ETag", equalTo(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "1", "\"1", "\"a,\"1\"\"", "\"0\", W/\"1\""})
    void whatIsWrittenIsComparedStrongly(String seen) {
        create("a");

        isProblem(given().header("If-Match", seen).put("/v1/things/a"), 412, "precondition-failed");
    }

    @Test
    void anAnswerTellsThatItDependsOnTheCodingAsked() {
        given().get("/v1/things").then().header("Vary", equalTo("Accept-Encoding"));
        given().header("If-None-Match", "*")
                .get("/v1/things")
                .then()
                .statusCode(304)
                .header("Vary", "Accept-Encoding");
    }

    @Test
    void theTagOfACompressedAnswerIsGoodForAWrite() {
        create("a");
        String tag =
                given().header("Accept-Encoding", "gzip").get("/v1/tagged/a").header("ETag");

        given().header("If-Match", tag).put("/v1/things/a").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things", "/v1/tagged/a", "/v1/note"})
    void headTellsTheTypeOfGet(String path) {
        create("a");
        Response get = given().get(path);

        Response head = given().head(path);

        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @Test
    void aWriteNeedsTheTagOfWhatItChanges() {
        create("a");

        isProblem(given().put("/v1/things/a"), 428, "precondition-required");
        isProblem(given().header("If-Match", "\"2\"").put("/v1/things/a"), 412, "precondition-failed");
        given().header("If-Match", "\"1\"")
                .put("/v1/things/a")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void ofManyWritersAtOnceOneWritesAndTheOthersAreToldThatItHasChanged() throws Exception {
        create("a");
        Callable<Integer> write =
                () -> given().header("If-Match", "\"1\"").put("/v1/things/a").statusCode();

        List<Integer> answers = AtOnce.call(8, write);

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void whatTwoCreateAtOnceIsThereOnceAndTheOtherIsTold() throws Exception {
        Callable<Integer> create = () -> given().contentType(ContentType.JSON)
                .body("{\"code\":\"a\"}")
                .post("/v1/things")
                .statusCode();

        List<Integer> answers = AtOnce.call(8, create);

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void aCursorOfAnotherCollectionIsRefused() {
        create("a");
        create("b");
        String foreign = given().get("/v1/things?limit=1").path("next");

        isProblem(given().queryParam("cursor", foreign).get("/v1/files"), 400, "invalid-request")
                .body("errors.field", contains("cursor"))
                .body("errors.rule", contains("cursor"));
    }

    @Test
    void aKeyThatCannotBeReadIsRefusedThoughItsChecksumIsRight() {
        String forged = Cursor.of("/v1/things", List.of("not a thing's code"));

        isProblem(given().queryParam("cursor", forged).get("/v1/things"), 400, "invalid-request")
                .body("errors.rule", contains("cursor"));
    }

    @Test
    void filtersAreNoPartOfWhatACursorBelongsTo() {
        create("a");
        create("b");
        String next = given().get("/v1/things?limit=1").path("next");

        given().get("/v1/things?colour=red&cursor=" + next).then().statusCode(200);
    }

    @Test
    void aRepeatedPostIsAnsweredLikeTheFirst() {
        String key = UUID.randomUUID().toString();

        Response first = post("{\"code\":\"a\"}", key);
        Response second = post("{\"code\":\"a\"}", key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.asString()).isEqualTo(first.asString());
        isProblem(post("{\"code\":\"b\"}", key), 422, "idempotency-mismatch");
    }

    /** What an earlier version answered has no tag in the database. */
    @Test
    void aRepeatOfAnAnswerWithoutATagHasNone() {
        String key = UUID.randomUUID().toString();
        post("{\"code\":\"a\"}", key);
        jdbi.useHandle(handle -> handle.execute("update idempotency_key set etag = null"));

        Response second = post("{\"code\":\"a\"}", key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("ETag")).isNull();
    }

    @Test
    void aPostThatFailedLeavesNoTraceAndMayBeSentAgain() {
        String key = UUID.randomUUID().toString();

        isProblem(post("{\"code\":\"a\",\"colour\":\"red\"}", key), 409, "conflict");

        given().get("/v1/things/a").then().statusCode(404);
        post("{\"code\":\"a\",\"colour\":\"light-blue\"}", key).then().statusCode(201);
    }

    @Test
    void anIdempotencyKeyHasFromOneToTwoHundredAndFiftyFiveCharacters() {
        post("{\"code\":\"a\"}", "k".repeat(255)).then().statusCode(201);

        for (String key : List.of("", " ", "k".repeat(256))) {
            isProblem(post("{\"code\":\"b\"}", key), 400, "invalid-request")
                    .body("errors.field", contains("Idempotency-Key"))
                    .body("errors.rule", contains("size"));
        }
    }

    @Test
    void ofManyFaultsTheFirstHundredAreTold() {
        String parts = "{},".repeat(300) + "{}";

        isProblem(post("{\"code\":\"a\",\"parts\":[%s]}".formatted(parts), null), 400, "invalid-request")
                .body("errors", hasSize(100))
                .body("errors.field", hasItem(matchesPattern("parts\\[\\d+].name")))
                .body("detail", containsString("More than 100 faults were found"));
    }

    @Test
    void aRequestHasOneIdempotencyKey() {
        Response answer = given().contentType(ContentType.JSON)
                .body("{\"code\":\"a\"}")
                .header("Idempotency-Key", "k", "l")
                .post("/v1/things");

        isProblem(answer, 400, "invalid-request")
                .body("errors.field", contains("Idempotency-Key"))
                .body("errors.rule", contains("repeated"));
    }

    @Test
    void aBodyThatIsNotThereIsNamed() {
        isProblem(given().contentType(ContentType.JSON).post("/v1/things"), 400, "invalid-request")
                .body("errors.field", contains("body"))
                .body("errors.rule", contains("not-null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/things?colour=", "/v1/things?colour", "/v1/things?colour=red&limit="})
    void anEmptyParameterIsRefusedByItsName(String path) {
        given().get(path).then().statusCode(400).body("errors.rule", contains("empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red&colour=light-blue", "colour=red&colour=red", "limit=3&colour=red&c%6Flour=red"})
    void aParameterThatTakesOneValueIsRefusedWithTwo(String query) {
        isProblem(given().urlEncodingEnabled(false).get("/v1/things?" + query), 400, "invalid-request")
                .body("errors.field", contains("colour"))
                .body("errors.rule", contains("repeated"));
    }

    @Test
    void aParameterThatTakesSeveralValuesMayComeAgain() {
        given().get("/v1/words?word=a&word=b").then().statusCode(200).body("", contains("a", "b"));
        given().get("/v1/words?also=a&also=b").then().statusCode(200).body("", contains("a", "b"));
    }

    @Test
    void ofManyEqualPostsAtOnceOneDoesTheWork() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<Integer> request = () -> post("{\"code\":\"a\"}", key).statusCode();

        assertThat(AtOnce.call(12, request)).containsOnly(201);
    }

    private static RawHttp.Answer sendRaw(String line, String headers) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: a\r\n" + headers + "Connection: close\r\n\r\n";
        return RawHttp.send(RestAssured.port, request.getBytes(StandardCharsets.US_ASCII), line.startsWith("HEAD"));
    }

    private static ValidatableResponse isProblem(Response answer, int status, String type) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:skolkvalitet:problem:" + type))
                .body("status", equalTo(status))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    private static void create(String code) {
        post("{\"code\":\"%s\"}".formatted(code), null).then().statusCode(201);
    }

    private static Response post(String body, String key) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/v1/things");
    }
}
