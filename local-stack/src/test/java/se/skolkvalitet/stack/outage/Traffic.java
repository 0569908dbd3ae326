package se.skolkvalitet.stack.outage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import se.skolkvalitet.stack.ServiceKind;

/** Sends requests to the services, and keeps how each of them was answered, and when. */
final class Traffic {
    /** No answer at all. */
    static final int NONE = 0;

    static final int UNAVAILABLE = 503;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Function<ServiceKind, String> urls;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile String phase = "before";

    /** @param patience after which a request counts as not answered */
    Traffic(Function<ServiceKind, String> urls, Duration patience) {
        this.urls = urls;
        this.patience = patience;
    }

    /**
     * How a request was answered.
     *
     * @param phase what was away when it was sent
     * @param status {@link #NONE} where there was no answer
     * @param content its media type, or why there was none
     */
    record Answer(
            String phase,
            ServiceKind service,
            String request,
            int status,
            String content,
            boolean saysWhenToTryAgain,
            long millis,
            Instant ended) {

        /** An error is told by a problem document; that something is away, with the time after which to try again. */
        boolean isProper() {
            boolean isProblem = content.startsWith("application/problem+json");
            return status >= 200 && status < 400
                    || status >= 400 && status < 500 && isProblem
                    || status == UNAVAILABLE && isProblem && saysWhenToTryAgain;
        }
    }

    /** What a client makes of an answer. */
    record Reply(int status, String location, String etag, JsonNode body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        boolean isAway() {
            return status == UNAVAILABLE || status == NONE;
        }
    }

    /** From now on something else is away. */
    void enter(String next) {
        phase = next;
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    Reply get(ServiceKind service, String path) {
        return send(service, path, request -> request.GET());
    }

    /** @param what completes the request with method, body and headers */
    Reply send(ServiceKind service, String path, Function<HttpRequest.Builder, HttpRequest.Builder> what) {
        HttpRequest request = what.apply(HttpRequest.newBuilder(URI.create(urls.apply(service) + path))
                        .timeout(patience))
                .build();
        String name = request.method() + " " + path;
        String sentIn = phase;
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean when = response.headers().firstValue("Retry-After").isPresent();
            answers.add(new Answer(
                    sentIn, service, name, response.statusCode(), type, when, millisSince(start), Instant.now()));
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    response.headers().firstValue("ETag").orElse(null),
                    json(response.body(), type));
        } catch (IOException e) {
            answers.add(
                    new Answer(sentIn, service, name, NONE, e.toString(), false, millisSince(start), Instant.now()));
            return new Reply(NONE, null, null, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + name, e);
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static JsonNode json(String body, String type) throws JsonProcessingException {
        return body.isBlank() || !type.contains("json") ? MissingNode.getInstance() : MAPPER.readTree(body);
    }
}
