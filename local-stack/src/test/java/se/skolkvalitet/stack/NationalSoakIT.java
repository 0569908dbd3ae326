package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;
import se.skolkvalitet.stack.national.National;
import se.skolkvalitet.stack.national.NationalSize;

/** A country of its own for each seed, once around, and then as many years of it as there have never been. */
@Tag("soak")
@TestInstance(Lifecycle.PER_CLASS)
class NationalSoakIT {
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final int PERIODS = Integer.getInteger("soak.periods", 94);
    private static final Duration LONG = Duration.ofHours(1);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    /** As integrators have it; it offers HTTP/2. */
    private final HttpClient http = HttpClient.newHttpClient();

    private LocalStack stack;
    private Summary summary;

    @BeforeAll
    void onceAround() {
        National.write(folder, new NationalSize(SEED, NationalSize.USUAL_PERIODS, NationalSize.MOST_MEASURES));
        stack = TestStack.start();
        summary = MainJob.run(stack::url, folder, TestStack.silence());
        System.out.printf("national, seed %d%n%s%n", SEED, summary.text());
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void theMainJobEndsWellOnAnyCountry() {
        assertThat(summary.checks()).isNotEmpty().allMatch(Summary.Check::holds);
    }

    /** The years that were there are the newest of those that come. */
    @Test
    void yearsByTheDozenComeIn() {
        National.write(folder, new NationalSize(SEED, PERIODS, NationalSize.MOST_MEASURES));

        JsonNode job = imported(folder.resolve("statistics-gr.ndjson"));

        JsonNode observations = job.path("report").path("observations");
        System.out.printf("national, seed %d, %d periods: %s%n", SEED, PERIODS, observations);
        assertThat(job.path("state").asText()).isEqualTo("completed");
        assertThat(observations.path("inserted").asLong())
                .isGreaterThan(observations.path("unchanged").asLong());
        assertThat(observations.path("changed").asLong()).isZero();
    }

    private JsonNode imported(Path file) {
        try {
            URI imports = URI.create(
                    stack.url(ServiceKind.INDICATOR) + "/v1/imports?source=skolverket-planned-educations-gr");
            HttpRequest upload = HttpRequest.newBuilder(imports)
                    .POST(BodyPublishers.ofFile(file))
                    .header("Content-Type", "application/x-ndjson")
                    .build();
            String job = send(upload).path("id").asText();
            return await().atMost(LONG)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> job(job), found -> found.hasNonNull("finishedAt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode job(String id) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(stack.url(ServiceKind.INDICATOR) + "/v1/imports/" + id))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            return MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
