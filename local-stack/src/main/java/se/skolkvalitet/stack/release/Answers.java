package se.skolkvalitet.stack.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What a service answered at a release, a line for each: {@code {"path": …, "body": …}}. A later version that stands on
 * the same data says the same; it may say more. Only where a next page begins each version says in its own way.
 */
public final class Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final List<String> lines = new ArrayList<>();

    /** @param url base address of the service that is asked */
    public Answers(String url) {
        this.url = url;
    }

    /** Asks and remembers. */
    JsonNode ask(String path) {
        JsonNode body = get(path);
        ObjectNode line = JSON.createObjectNode().put("path", path);
        line.set("body", body);
        lines.add(line.toString());
        return body;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** Asks what was asked then, and tells what is no longer said, each with its place; empty where all is. */
    public List<String> missing(Path file) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode then = JSON.readTree(line);
            String path = then.path("path").asText();
            compare(path + " ", then.path("body"), get(path), missing);
        }
        return missing;
    }

    static void compare(String place, JsonNode then, JsonNode now, List<String> missing) {
        if (then.isObject() && now.isObject()) {
            for (Iterator<String> names = then.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (name.equals("next") && now.hasNonNull(name)) {
                    continue;
                }
                compare(place + "/" + name, then.get(name), now.path(name), missing);
            }
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                compare(place + "/" + i, then.get(i), now.get(i), missing);
            }
        } else if (!same(then, now)) {
            missing.add("%s: was %s, is %s".formatted(place, then, now.isMissingNode() ? "not there" : now));
        }
    }

    /** 1 and 1.0 are the same number. */
    private static boolean same(JsonNode then, JsonNode now) {
        return then.isNumber() && now.isNumber()
                ? then.decimalValue().compareTo(now.decimalValue()) == 0
                : then.equals(now);
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "GET %s was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}
