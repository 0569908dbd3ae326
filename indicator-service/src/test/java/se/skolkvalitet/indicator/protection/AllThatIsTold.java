package se.skolkvalitet.indicator.protection;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.test.contract.Contract;

/**
 * All that the service tells of its releases: every GET of its contract, each page and each item, of each release, and every event. What
 * differs from one run to another is left out: times, random ids, and checksums; files are read themselves.
 */
final class AllThatIsTold {
    /** For those who import, and for who operates the service. */
    private static final Set<String> NOT_OF_RELEASES = Set.of(
            "/",
            "/v1/calculations",
            "/v1/calculations/{id}",
            "/v1/dead-letters",
            "/v1/imports",
            "/v1/imports/{id}",
            "/v1/imports/{id}/faults",
            "/v1/imports/{id}/warnings",
            "/v1/inbox",
            "/v1/outbox",
            "/v1/release-drafts",
            "/v1/release-drafts/{id}",
            "/v1/release-drafts/{id}/findings",
            "/v1/release-publications",
            "/v1/release-publications/{id}",
            "/v1/unit-code-imports",
            "/v1/unit-code-imports/{id}",
            "/v1/unit-code-imports/{id}/faults");

    static final String EVENTS = "events";

    private static final Map<String, String> FIELDS = Map.of("orgNumber", "organiser", "value", "id");
    private static final String DIFFERENT_EACH_TIME = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z" // times
            + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" // random ids
            + "|[0-9a-f]{32,64}"; // traces, checksums

    private final List<String> releases;

    private AllThatIsTold(List<String> releases) {
        this.releases = releases;
    }

    /** By path of the contract, and address; events by topic. */
    static SortedMap<String, SortedMap<String, String>> now(Jdbi jdbi) {
        AllThatIsTold told = new AllThatIsTold(
                given().get("/v1/releases?limit=1000").jsonPath().getList("items.id"));
        SortedMap<String, SortedMap<String, String>> answers = new TreeMap<>();
        Contract.of("indicator-service").operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(Contract.Operation::path)
                .filter(path -> !NOT_OF_RELEASES.contains(path))
                .forEach(path -> answers.put(path, told.answers(path)));
        answers.put(EVENTS, events(jdbi));
        return answers;
    }

    private static SortedMap<String, String> events(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select topic, string_agg(concat_ws(' ', type, subject, data), E'\n' order by seq) as events
                        from outbox group by topic
                        """)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("topic", String.class),
                        row -> row.getColumn("events", String.class).replaceAll(DIFFERENT_EACH_TIME, "…"),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    private SortedMap<String, String> answers(String path) {
        SortedMap<String, String> answers = new ConcurrentSkipListMap<>();
        addresses(path).toList().parallelStream().forEach(address -> answers.put(address, text(pages(address))));
        return answers;
    }

    /** The path with the keys of all items of the collections before its parameters, for each release that it can be asked for. */
    private Stream<String> addresses(String path) {
        int parameter = path.indexOf("/{");
        if (parameter < 0) {
            return ofReleases(path);
        }
        int end = path.indexOf('}');
        String collection = path.substring(0, parameter);
        String name = path.substring(parameter + 2, end);
        return ofReleases(collection)
                .flatMap(address -> pages(address).stream())
                .<String>flatMap(page ->
                        page.jsonPath().getList("items." + FIELDS.getOrDefault(name, name), String.class).stream())
                .distinct()
                .flatMap(key -> addresses(collection + "/" + key + path.substring(end + 1)));
    }

    private Stream<String> ofReleases(String path) {
        if (path.endsWith("/changes")) {
            return releases.stream()
                    .filter(since -> !path.contains("/" + since + "/"))
                    .map(since -> path + "?since=" + since);
        }
        return path.equals("/v1/values") || path.startsWith("/v1/analyses")
                ? releases.stream().map(release -> path + "?release=" + release)
                : Stream.of(path);
    }

    private static List<Response> pages(String address) {
        List<Response> pages = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String separator = address.contains("?") ? "&" : "?";
            Response page = given().get(address + (cursor.isEmpty() ? "" : separator + "cursor=" + cursor));
            pages.add(page);
            boolean isJson = page.contentType().startsWith("application/json");
            cursor = isJson ? page.jsonPath().getString("next") : null;
        }
        return pages;
    }

    private static String text(List<Response> pages) {
        StringBuilder text = new StringBuilder();
        for (Response page : pages) {
            text.append(new String(page.asByteArray(), StandardCharsets.ISO_8859_1))
                    .append('\n');
        }
        return text.toString().replaceAll(DIFFERENT_EACH_TIME, "…");
    }
}
