package se.skolkvalitet.stack.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.outage.Traffic.Reply;

/**
 * Clients of all four services at once, who do not stop while something is away. Each writes something that can be told
 * from everything else, sends it again with the same Idempotency-Key until it is taken, and keeps what was accepted.
 * For a database on which the main job has run.
 */
final class Load implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final String REGISTER = "school-units.ndjson";
    private static final String STATISTICS = "statistics-gr.ndjson";

    private final Traffic traffic;
    private final Path sample;
    private final Random random;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<JobOf> jobs = new ConcurrentLinkedQueue<>();

    /**
     * Something that a service has said it has.
     *
     * @param kind of write
     * @param name by which it can be told from all others
     */
    record Accepted(String kind, String name) {}

    /** A job that a service has said it will do. */
    record JobOf(ServiceKind service, String location) {}

    private interface Turn {
        void take(int number);
    }

    Load(Traffic traffic, Path sample, long seed) {
        this.traffic = traffic;
        this.sample = sample;
        this.random = new Random(seed);
    }

    void start() {
        client(500, this::publishEdition);
        client(100, this::addAdviser);
        client(300, this::passACounty);
        client(500, this::renameInTheRegister);
        client(1000, this::releaseNewStatistics);
        client(700, this::openARound);
        for (ServiceKind service : ServiceKind.values()) {
            client(50, number -> read(service));
        }
    }

    /** Each client ends what it has begun: what was sent is sent until it is taken. */
    @Override
    public void close() throws Exception {
        stopping.countDown();
        for (Future<?> client : clients) {
            client.get();
        }
        threads.shutdown();
    }

    List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    List<JobOf> jobs() {
        return List.copyOf(jobs);
    }

    /** Writes that no repetition could help. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void client(long pauseMillis, Turn turn) {
        clients.add(threads.submit(() -> {
            for (int number = 1; !stops(pauseMillis); number++) {
                turn.take(number);
            }
        }));
    }

    private void publishEdition(int number) {
        ObjectNode framework = (ObjectNode) resource("edition-1.json");
        String name = "Under load " + number;
        ((ObjectNode) framework.path("title")).put("en", name);
        Reply draft = post(ServiceKind.FRAMEWORK, "/v1/editions", framework.toString());
        if (draft.isSuccess()) {
            accepted.add(new Accepted("edition", name));
            if (publish(draft.location().replaceFirst("^.*(?=/v1/)", "") + "/publication")
                    .isSuccess()) {
                accepted.add(new Accepted("published edition", name));
            }
        }
    }

    private void addAdviser(int number) {
        String reference = "load-" + number;
        Map<String, Object> adviser = Map.of(
                "agency",
                "skolverket",
                "reference",
                reference,
                "office",
                number % 2 == 0 ? "umea" : "lulea",
                "schoolForms",
                List.of("grundskola"));
        if (post(ServiceKind.REGIONAL_OFFICE, "/v1/advisers", json(adviser)).isSuccess()) {
            accepted.add(new Accepted("adviser", reference));
        }
    }

    /** To and fro: a move that was made twice or not at all would be refused the next time. */
    private void passACounty(int number) {
        boolean there = number % 2 == 1;
        Map<String, Object> move =
                Map.of("county", "25", "from", there ? "lulea" : "umea", "to", there ? "umea" : "lulea");
        if (post(ServiceKind.REGIONAL_OFFICE, "/v1/coverage-transfers", json(Map.of("moves", List.of(move))))
                .isSuccess()) {
            accepted.add(new Accepted("transfer", String.valueOf(number)));
        }
    }

    private void renameInTheRegister(int number) {
        List<String> lines = lines(REGISTER);
        int line = random(lines.size());
        ObjectNode unit = (ObjectNode) tree(lines.get(line));
        String name = "Påhittade skolan under last " + number;
        unit.put("name", name);
        lines.set(line, unit.toString());
        if (awaitJob(ServiceKind.REGIONAL_OFFICE, upload(ServiceKind.REGIONAL_OFFICE, "/v1/register-imports", lines))) {
            // The next import gives the unit its old name back; that it has been is seen in the events.
            accepted.add(new Accepted("renamed unit", name));
        }
    }

    private void releaseNewStatistics(int number) {
        List<String> lines = lines(STATISTICS);
        int line = random(lines.size());
        ObjectNode unit = (ObjectNode) tree(lines.get(line));
        String value = String.valueOf(1000 + number);
        ArrayNode pupils = (ArrayNode) unit.path("totalNumberOfPupils");
        ((ObjectNode) pupils.get(0)).put("value", value);
        lines.set(line, unit.toString());
        ServiceKind service = ServiceKind.INDICATOR;
        if (!awaitJob(service, upload(service, "/v1/imports?source=skolverket-planned-educations-gr", lines))) {
            return;
        }
        accepted.add(new Accepted("observation", value));
        Reply calculation = post(service, "/v1/calculations", json(Map.of("edition", 1)));
        JsonNode calculated = awaitReport(service, calculation);
        if (calculated == null) {
            return;
        }
        long made = calculated.path("number").asLong();
        JsonNode draft =
                awaitReport(service, post(service, "/v1/releases", json(Map.of("calculation", made, "draft", true))));
        if (draft == null || !explain(draft.path("draft").path("id").asText())) {
            return;
        }
        JsonNode published = awaitReport(service, post(service, "/v1/releases", json(Map.of("calculation", made))));
        if (published != null) {
            accepted.add(
                    new Accepted("release", published.path("release").path("id").asText()));
        }
    }

    /** Says why a figure jumps; without a draft the calculation has its release already. */
    private boolean explain(String draft) {
        if (draft.isEmpty()) {
            return true;
        }
        ServiceKind service = ServiceKind.INDICATOR;
        String path = "/v1/release-drafts/" + draft;
        Reply findings = untilTaken(path, () -> traffic.get(service, path + "/findings?reason=missing&limit=1000"));
        List<String> ids = findings.body().path("items").findValuesAsText("id");
        return ids.isEmpty()
                || post(service, path + "/reasons", json(Map.of("findings", ids, "reason", "Under load")))
                        .isSuccess();
    }

    private void openARound(int number) {
        String code = "load-" + number;
        LocalDate first = LocalDate.now().plusWeeks(number);
        Map<String, Object> round = Map.of(
                "code",
                code,
                "name",
                "Under load",
                "firstDay",
                first.toString(),
                "lastDay",
                first.plusWeeks(8).toString());
        if (post(ServiceKind.DIALOGUE, "/v1/rounds", json(round)).isSuccess()) {
            accepted.add(new Accepted("round", code));
        }
    }

    private void read(ServiceKind service) {
        List<String> paths =
                switch (service) {
                    case FRAMEWORK -> List.of("/v1/editions/current", "/v1/editions?limit=10", "/", "/v1/outbox");
                    case INDICATOR ->
                        List.of(
                                "/v1/values?level=county&limit=50",
                                "/v1/indicators",
                                "/v1/analyses?limit=5",
                                "/v1/inbox");
                    case DIALOGUE ->
                        List.of("/v1/dialogues?limit=20", "/v1/rounds", "/v1/rounds/round-1/plan", "/v1/inbox");
                    case REGIONAL_OFFICE ->
                        List.of("/v1/organisers?limit=20", "/v1/offices", "/v1/school-units?limit=20", "/v1/outbox");
                };
        traffic.get(service, paths.get(random(paths.size())));
    }

    private Reply post(ServiceKind service, String path, String body) {
        String key = UUID.randomUUID().toString();
        return untilTaken(
                path,
                () -> traffic.send(service, path, request -> request.POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)));
    }

    private Reply publish(String path) {
        return untilTaken(
                path,
                () -> traffic.send(ServiceKind.FRAMEWORK, path, request -> request.POST(BodyPublishers.noBody())
                        .header("If-Match", "*")));
    }

    private Reply upload(ServiceKind service, String path, List<String> lines) {
        String key = UUID.randomUUID().toString();
        String body = String.join("\n", lines) + "\n";
        return untilTaken(
                path,
                () -> traffic.send(service, path, request -> request.POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", key)));
    }

    private interface Try {
        Reply once();
    }

    private Reply untilTaken(String path, Try request) {
        Reply reply = request.once();
        while (reply.isAway()) {
            pause(BETWEEN_TRIES);
            reply = request.once();
        }
        if (!reply.isSuccess()) {
            refused.add("%s: %d %s".formatted(path, reply.status(), reply.body()));
        }
        return reply;
    }

    private boolean awaitJob(ServiceKind service, Reply submitted) {
        return awaitReport(service, submitted) != null;
    }

    /** @return null where the job was refused or has failed */
    private JsonNode awaitReport(ServiceKind service, Reply submitted) {
        if (!submitted.isSuccess()) {
            return null;
        }
        String location = submitted.location().replaceFirst("^.*(?=/v1/)", "");
        jobs.add(new JobOf(service, location));
        while (true) {
            Reply job = untilTaken(location, () -> traffic.get(service, location));
            String state = job.body().path("state").asText();
            if (state.equals("completed")) {
                return job.body().path("report");
            }
            if (state.equals("failed") || !job.isSuccess()) {
                refused.add("%s: %s".formatted(location, job.body()));
                return null;
            }
            pause(Duration.ofMillis(250));
        }
    }

    private boolean stops(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized int random(int below) {
        return random.nextInt(below);
    }

    private List<String> lines(String file) {
        try {
            return new ArrayList<>(Files.readAllLines(sample.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream file = Load.class.getResourceAsStream("/main-job/" + name)) {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
