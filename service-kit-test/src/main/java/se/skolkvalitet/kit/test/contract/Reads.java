package se.skolkvalitet.kit.test.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.skolkvalitet.kit.test.contract.Contract.Operation;
import se.skolkvalitet.kit.test.contract.Contract.Parameter;

/** What holds for everything that can be read of a service. The test has filled each of its collections before. */
public final class Reads {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NOTHING = "nothing-is-called-this";

    /** What a code can be that is none. Of codes of the right form there may be none to suggest. */
    private static final Set<String> MISSPELT = Set.of("pattern", "check-digit");

    private static final Set<String> NO_FILTERS = Set.of("limit", "cursor");

    private Reads() {}

    /**
     * Fails where a GET of the contract is not answered with 200 and an ETag, or HEAD with other than GET.
     *
     * @param keys values of path parameters, by name, that are not a field of the items of the collection before them
     */
    public static void assertHeadIsLikeGet(String service, Map<String, String> keys) {
        List<Operation> reads = reads(service);

        assertThat(reads).hasSizeGreaterThan(5).allSatisfy(operation -> {
            String address = address(operation, keys);
            // What counts events on their way may change between two requests.
            await().atMost(SOON).untilAsserted(() -> {
                Response get = asItIs().get(address);
                Response head = asItIs().head(address);

                assertThat(get.statusCode()).as("GET " + address).isEqualTo(200);
                assertThat(get.header("ETag")).as("ETag of " + address).matches("\"[^\"]+\"");
                assertThat(head.statusCode()).as("HEAD " + address).isEqualTo(200);
                assertThat(head.header("ETag")).as("HEAD " + address).isEqualTo(get.header("ETag"));
                assertThat(head.header("Link")).as("HEAD " + address).isEqualTo(get.header("Link"));
                assertThat(head.body().asByteArray()).as("HEAD " + address).isEmpty();
            });
        });
    }

    /** Fails where a filter of a collection takes a code that does not exist, as a typing error is. */
    public static void assertNoTypingErrorLooksLikeAnEmptyPage(String service, Map<String, String> keys) {
        assertThat(collections(service)).isNotEmpty().allSatisfy(operation -> assertThat(operation.in("query"))
                .filteredOn(parameter -> !NO_FILTERS.contains(parameter.name()))
                .allSatisfy(parameter -> assertRefused(address(operation, keys), parameter)));
    }

    /**
     * Fails where a collection takes the cursor of another one, or not its own. Those of which the test has made only one
     * row give none, and have to refuse all the same.
     */
    public static void assertACursorBelongsToItsCollection(String service, Map<String, String> keys) {
        List<String> addresses = collections(service).stream()
                .map(operation -> address(operation, keys))
                .toList();
        Map<String, String> cursors = new LinkedHashMap<>();
        for (String address : addresses) {
            String next = asItIs().get(address + "?limit=1").path("next");
            if (next != null) {
                cursors.put(address, next);
            }
        }

        assertThat(cursors).as("collections that have more than one row").hasSizeGreaterThan(4);
        cursors.forEach((from, cursor) ->
                assertThat(addresses).allSatisfy(to -> assertTakesOnlyItsOwn(to, cursor, to.equals(from))));
    }

    private static void assertTakesOnlyItsOwn(String address, String cursor, boolean own) {
        Response answer = asItIs().queryParam("cursor", cursor).get(address);
        String what = "%s with the cursor %s".formatted(address, cursor);

        assertThat(answer.statusCode()).as(what).isEqualTo(own ? 200 : 400);
        if (!own) {
            assertThat(answer.<String>path("errors[0].rule")).as(what).isEqualTo("cursor");
        }
    }

    private static void assertRefused(String address, Parameter parameter) {
        Response answer = asItIs().queryParam(parameter.name(), NOTHING).get(address);
        String what = "%s?%s=%s".formatted(address, parameter.name(), NOTHING);

        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].field")).as(what).isEqualTo(parameter.name());
        String rule = answer.path("errors[0].rule");
        assertThat(rule).as(what).isIn("unknown", "one-of", "pattern", "check-digit", "date");
        if (MISSPELT.contains(rule)) {
            assertThat(answer.<String>path("errors[0].message")).as(what).contains("; the nearest: ");
        }
    }

    /** An address that is escaped already. */
    private static RequestSpecification asItIs() {
        return given().urlEncodingEnabled(false);
    }

    private static List<Operation> reads(String service) {
        return Contract.of(service).operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .toList();
    }

    private static List<Operation> collections(String service) {
        return reads(service).stream()
                .filter(operation -> operation.in("query").stream()
                        .anyMatch(parameter -> parameter.name().equals("cursor")))
                .toList();
    }

    /** The operation's path with the key of the first item of the collection in the place of each parameter. */
    private static String address(Operation operation, Map<String, String> keys) {
        String address = operation.path();
        for (Parameter parameter : operation.in("path")) {
            String place = "/{" + parameter.name() + "}";
            String collection = address.substring(0, address.indexOf(place));
            String key = keys.containsKey(parameter.name()) ? keys.get(parameter.name()) : first(collection, parameter);
            address = address.replace(place, "/" + URLEncoder.encode(key, StandardCharsets.UTF_8));
        }
        return address;
    }

    private static String first(String collection, Parameter parameter) {
        JsonPath page = given().queryParam("limit", 1).get(collection).jsonPath();
        String key = page.getString("items[0]." + parameter.name());
        assertThat(key)
                .as("%s of the first of %s", parameter.name(), collection)
                .isNotNull();
        return key;
    }
}
