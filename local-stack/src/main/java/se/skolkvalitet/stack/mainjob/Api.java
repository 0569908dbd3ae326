package se.skolkvalitet.stack.mainjob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A careful client of one service: sends every POST with an Idempotency-Key, and sends a request again while the
 * service is away.
 */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Of a country's figures of many years. */
    private static final Duration JOB_PATIENCE = Duration.ofHours(1);

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(60);
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String name;
    private final String url;
    private final Duration pause;

    Api(String name, String url) {
        this(name, url, PAUSE);
    }

    /** @param pause between two questions, where the answer is not yet as hoped */
    public Api(String name, String url, Duration pause) {
        this.name = name;
        this.url = url;
        this.pause = pause;
    }

    String name() {
        return name;
    }

    /** An answer's status, headers and JSON; the JSON is missing where the body is empty. */
    public record Answer(int status, String etag, String location, JsonNode body) {}

    public JsonNode get(String path) {
        return expectSuccess("GET " + path, send(request(path).GET())).body();
    }

    boolean exists(String path) {
        Answer answer = send(request(path).GET());
        if (answer.status() == 404) {
            return false;
        }
        expectSuccess("GET " + path, answer);
        return true;
    }

    public Answer post(String path, Object body) {
        return expectSuccess(
                "POST " + path, send(creating(path, json(body)).header("Content-Type", "application/json")));
    }

    public Answer post(String path) {
        return expectSuccess("POST " + path, send(creating(path, BodyPublishers.noBody())));
    }

    /** POST that changes a resource, with the ETag that it has now as If-Match. */
    public void postIfMatch(String path, String etag) {
        expectSuccess(
                "POST " + path, send(creating(path, BodyPublishers.noBody()).header("If-Match", etag)));
    }

    /** PUT of a resource, with the ETag that it has now as If-Match. */
    void put(String path, Object body, String etag) {
        HttpRequest.Builder request = request(path).PUT(json(body)).header("Content-Type", "application/json");
        expectSuccess("PUT " + path, send(etag == null ? request : request.header("If-Match", etag)));
    }

    public String etag(String path) {
        return expectSuccess("GET " + path, send(request(path).GET())).etag();
    }

    public Answer upload(String path, Path file) {
        return upload(path, file, "application/x-ndjson");
    }

    /** @param type of the file */
    public Answer upload(String path, Path file, String type) {
        try {
            return expectSuccess(
                    "POST " + path,
                    send(creating(path, BodyPublishers.ofFile(file))
                            .header("Content-Type", type)
                            .timeout(UPLOAD_PATIENCE)));
        } catch (FileNotFoundException e) {
            throw new MainJobFailed("There is no " + file);
        }
    }

    /** Follows a job to its end. */
    public JsonNode awaitJob(String location, Consumer<JsonNode> watcher) {
        JsonNode job = await(location, JOB_PATIENCE, state -> {
            watcher.accept(state);
            String name = state.path("state").asText();
            return name.equals("completed") || name.equals("failed");
        });
        if (job.path("state").asText().equals("failed")) {
            throw new MainJobFailed("The job at %s failed: %s%n%s"
                    .formatted(
                            location,
                            job.path("problem").asText(),
                            job.path("report").toPrettyString()));
        }
        return job;
    }

    /** Asks again until the answer is as hoped. */
    public JsonNode await(String path, Duration patience, Predicate<JsonNode> hoped) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode answer = get(path);
            if (hoped.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new MainJobFailed("Waited too long for %s; last it said %s".formatted(path, answer));
            }
            pause();
        }
    }

    /** Every item of a collection, page by page, all held in memory. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        forEach(path, items::add);
        return items;
    }

    /** How many items a collection has, found by reading it. */
    long count(String path) {
        AtomicLong count = new AtomicLong();
        forEach(path, item -> count.incrementAndGet());
        return count.get();
    }

    /** Every item of a collection, with no more than a page in memory. */
    void forEach(String path, Consumer<JsonNode> work) {
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        while (cursor != null) {
            JsonNode page = get(path + separator + "limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(work);
            cursor = page.hasNonNull("next") ? page.get("next").asText() : null;
        }
    }

    private HttpRequest.Builder request(String path) {
        String absolute = path.startsWith("http") ? path : url + path;
        return HttpRequest.newBuilder(URI.create(absolute)).timeout(ANSWER_PATIENCE);
    }

    private HttpRequest.Builder creating(String path, BodyPublisher body) {
        return request(path)
                .POST(body)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> response = http.send(built, BodyHandlers.ofString());
                if (response.statusCode() != 503) {
                    return answer(response);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MainJobFailed("interrupted");
            } catch (IOException away) {
                if (System.nanoTime() > deadline) {
                    throw new MainJobFailed("%s is away: %s".formatted(built.uri(), away));
                }
            }
            pause();
        }
    }

    private static Answer answer(HttpResponse<String> response) throws JsonProcessingException {
        JsonNode body = response.body().isBlank() ? MissingNode.getInstance() : MAPPER.readTree(response.body());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Location").orElse(null),
                body);
    }

    private static Answer expectSuccess(String what, Answer answer) {
        if (answer.status() >= 300) {
            throw new MainJobFailed("%s was answered with %d:%n%s"
                    .formatted(what, answer.status(), answer.body().toPrettyString()));
        }
        return answer;
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(body instanceof String text ? text : MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MainJobFailed("interrupted");
        }
    }
}
