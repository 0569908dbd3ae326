package se.skolkvalitet.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many large bodies at once that validation finds full of faults: what takes most memory and time of a service. */
final class Crowd {
    private static final int REQUESTS = 150;
    private static final int ELEMENTS = 200_000;
    private static final int NONE = 0;

    /** What each service takes and finds full of faults: half a megabyte and more. */
    private static final Map<ServiceKind, Body> BODIES = Map.of(
            ServiceKind.FRAMEWORK, new Body("/v1/editions", "{\"validFrom\":\"2027-01-01\",\"measures\":%s}", "{}"),
            ServiceKind.REGIONAL_OFFICE, new Body("/v1/advisers", "{\"agency\":\"spsm\",\"schoolForms\":%s}", "null"),
            ServiceKind.INDICATOR, new Body("/v1/calculations", "{\"edition\":%s}", "0000"),
            ServiceKind.DIALOGUE, new Body("/v1/rounds", "{\"code\":\"crowd\",\"organisers\":%s}", "null"));

    /** @param document with a place for a list of many elements */
    private record Body(String path, String document, String element) {
        HttpRequest to(String url) {
            String list = "[" + (element + ",").repeat(ELEMENTS - 1) + element + "]";
            return HttpRequest.newBuilder(URI.create(url + path))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(document.formatted(list)))
                    .build();
        }
    }

    private Crowd() {}

    /** The statuses of a service's answers; 0 for one that did not come. */
    static List<Integer> statuses(LocalStack stack, ServiceKind service) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = BODIES.get(service).to(stack.url(service));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, REQUESTS)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode)
                        .exceptionally(broken -> NONE))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
