package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import se.skolkvalitet.kit.test.contract.Contract;
import se.skolkvalitet.kit.test.contract.Contract.Operation;
import se.skolkvalitet.kit.test.contract.Contract.Parameter;
import se.skolkvalitet.kit.test.hostile.RawHttp.Answer;

/**
 * Sends requests that are made from a service's contract and then turned bad, and holds each answer against what every
 * answer must be: no 5xx, no word of the inside, a problem document for every error, a status that the contract lists,
 * and no success for a body that breaks its schema.
 *
 * <p>Half of them mean harm in one place at most, so that they come as far as that place is looked at; and every
 * operation has to go well at least once, or none of its harm has been tried.
 *
 * <p>The same seed makes the same requests, but for keys that the service gives. {@code -Dhostile.seed=} and
 * {@code -Dhostile.requests=} choose others.
 */
public final class HostileRequests {
    private static final long SEED = Long.getLong("hostile.seed", 1L);
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 5000);
    private static final int MOST_TOLD = 40;
    private static final int LONGEST_ADDRESS = 64_000;
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|javax|jakarta|io|org|com|se)\\.[a-z]+\\.|Exception\\b|\\bat [a-z.]+\\(|class [A-Z]|PSQL|Hibernate|SQLSTATE");
    private static final Set<Integer> WITHOUT_OPERATION = Set.of(400, 404, 405, 406, 413, 414, 415, 431, 501);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Contract contract;
    private final int port;
    private final Random random = new Random(SEED);
    private final HostileValues values;
    private final HostileHeaders headers;
    private final Map<String, Supplier<String>> bodies = new HashMap<>();
    private final Map<String, String> givenKeys = new HashMap<>();
    private final Keys keys;
    private final Set<String> wentWell = new HashSet<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    /** Where a request means harm. */
    private enum Place {
        PATH,
        QUERY,
        HEADERS,
        BODY,
        NOWHERE
    }

    private HostileRequests(Contract contract, int port) {
        this.contract = contract;
        this.port = port;
        this.values = new HostileValues(contract, random);
        this.headers = new HostileHeaders(values, random);
        this.keys = new Keys(port, random, givenKeys);
    }

    /**
     * A request as it goes over the wire, and the operation that it was made from.
     *
     * @param foreign it is not of that operation: another method or path, or a body where none is taken
     * @param unreadable it is no HTTP, or its address is longer than the server reads: the decoder may answer with an
     *     empty 400 or 414, or end the connection
     */
    private record Request(
            Operation operation, String method, byte[] bytes, HostileBody body, boolean foreign, boolean unreadable) {
        /** Its body is larger than the operation takes. */
        boolean isOversized() {
            return body.oversized() && !foreign && "application/json".equals(operation.bodyType());
        }

        boolean isHead() {
            return method.equals("HEAD");
        }
    }

    /** The test has put something of everything into the service before. */
    public static HostileRequests to(String service, int port) {
        return new HostileRequests(Contract.of(service), port);
    }

    /** @param body what the operation takes and answers well, made anew for each request; of a file, its lines */
    public HostileRequests body(String operation, Supplier<String> body) {
        bodies.put(operation, body);
        return this;
    }

    /** @param key of something that is there, for a parameter that no field of the collection is called like */
    public HostileRequests key(String parameter, String key) {
        givenKeys.put(parameter, key);
        return this;
    }

    /** Fails with an example of each kind of bad answer. */
    public void assertAnsweredWell() throws IOException {
        List<Operation> operations = contract.operations();
        List<Operation> writes =
                operations.stream().filter(HostileRequests::writesWhatItIsTold).toList();
        for (int i = 0; i < REQUESTS; i++) {
            Request request = request(values.oneOf(random.nextBoolean() ? operations : writes));
            try {
                judge(request, RawHttp.send(port, request.bytes(), request.isHead()));
            } catch (IOException | RuntimeException e) {
                if (!request.unreadable()) {
                    fault("no whole answer (%s)".formatted(e.getClass().getSimpleName()), request, null);
                }
            }
        }
        operations.stream()
                .filter(operation -> !wentWell.contains(operation.id()))
                .forEach(operation -> faults.put(operation.id() + " never went well", 1));
        if (!faults.isEmpty()) {
            throw new AssertionError("%d requests of seed %d; bad answers by kind: %s%n%s"
                    .formatted(REQUESTS, SEED, faults, String.join("\n", examples)));
        }
    }

    /** One that is told nothing has little to get wrong, and may take long: it is tried no more often than a read. */
    private static boolean writesWhatItIsTold(Operation operation) {
        return !operation.method().equals("GET")
                && (operation.bodyType() != null || !operation.in("path").isEmpty());
    }

    private Set<Place> harms() {
        return random.nextBoolean() ? EnumSet.allOf(Place.class) : EnumSet.of(values.oneOf(List.of(Place.values())));
    }

    private Request request(Operation operation) throws IOException {
        Set<Place> harms = harms();
        boolean otherMethod = harms.size() > 1 && random.nextInt(20) == 0;
        String method = otherMethod
                ? values.oneOf(List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"))
                : operation.method();
        String path = path(operation, harms.contains(Place.PATH));
        String query = query(operation, path, harms.contains(Place.QUERY));
        HostileBody body = body(operation, harms);
        boolean undecodable = harms.size() > 1 && random.nextInt(50) == 0;
        String head = method + ' ' + path + query + " HTTP/1.1\r\n" + fields(operation, path, harms)
                + "Connection: close\r\n" + (undecodable ? headers.undecodable() : "") + body.headers() + "\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body.sent());
        boolean sameMethod = method.equals(operation.method())
                || method.equals("HEAD") && operation.method().equals("GET");
        boolean bodyUnasked = !body.isEmpty() && operation.bodyType() == null;
        boolean samePath = path.split("/", -1).length == operation.path().split("/", -1).length
                && !path.contains("//")
                && path.endsWith("/") == operation.path().endsWith("/");
        return new Request(
                operation,
                method,
                bytes.toByteArray(),
                body,
                !sameMethod || bodyUnasked || !samePath,
                undecodable || body.broken() || path.length() + query.length() > LONGEST_ADDRESS);
    }

    private HostileBody body(Operation operation, Set<Place> harms) throws IOException {
        if (operation.bodyType() == null && !(harms.size() > 1 && random.nextInt(10) == 0)) {
            return HostileBody.none();
        }
        List<JsonNode> documents = documents(operation);
        return harms.contains(Place.BODY) && random.nextInt(6) > 0
                ? HostileBody.of(documents, values, random)
                : HostileBody.wellMeant(documents, random);
    }

    /** What the operation takes; of one that takes nothing, an empty object. */
    private List<JsonNode> documents(Operation operation) throws IOException {
        if (operation.bodyType() == null) {
            return new ArrayList<>(List.of(MAPPER.createObjectNode()));
        }
        Supplier<String> body = bodies.get(operation.id());
        if (body == null) {
            throw new AssertionError("there is no body for " + operation.id());
        }
        try (MappingIterator<JsonNode> lines = MAPPER.readerFor(JsonNode.class).readValues(body.get())) {
            List<JsonNode> documents = lines.readAll();
            if (documents.size() == 1 && !errors(operation, documents.get(0)).isEmpty()) {
                throw new AssertionError("the body for %s breaks its contract: %s"
                        .formatted(operation.id(), errors(operation, documents.get(0))));
            }
            return documents;
        }
    }

    private List<Error> errors(Operation operation, JsonNode document) {
        return "application/json".equals(operation.bodyType())
                ? contract.compiled(operation.bodySchema())
                        .validate(
                                withoutNulls(document).toString(),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                : List.of();
    }

    /** A field that is null is one that is left out; nothing in a list is something else. */
    private static JsonNode withoutNulls(JsonNode document) {
        if (document instanceof ObjectNode object) {
            ObjectNode without = MAPPER.createObjectNode();
            object.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> without.set(field.getKey(), withoutNulls(field.getValue())));
            return without;
        }
        if (document instanceof ArrayNode array) {
            ArrayNode without = MAPPER.createArrayNode();
            array.forEach(element -> without.add(withoutNulls(element)));
            return without;
        }
        return document;
    }

    private String fields(Operation operation, String path, Set<Place> harms) throws IOException {
        if (harms.contains(Place.HEADERS)) {
            return headers.host() + headers.of(operation);
        }
        boolean seen =
                operation.in("header").stream().anyMatch(one -> one.name().equals("If-Match"));
        return headers.wellMeant(operation, seen ? keys.tag(path) : null);
    }

    private String path(Operation operation, boolean harmed) throws IOException {
        if (!harmed || random.nextBoolean()) {
            String path = keys.path(operation);
            if (path != null) {
                return path;
            }
        }
        String path = operation.path();
        for (Parameter parameter : operation.in("path")) {
            String value =
                    switch (harmed ? random.nextInt(8) : 0) {
                        case 0, 1 -> values.sane(parameter.schema());
                        case 2, 3 -> values.moreThan(parameter.schema());
                        default -> values.inAddress();
                    };
            path = path.replace("{" + parameter.name() + "}", value);
        }
        return harmed && random.nextInt(30) == 0 ? path + "/" + values.inAddress() : path;
    }

    private String query(Operation operation, String path, boolean harmed) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.in("query")) {
            if (parameter.required() || random.nextInt(harmed ? 3 : 10) == 0) {
                query.append('&').append(parameter.name()).append('=');
                query.append(harmed ? asked(parameter, path) : values.sane(parameter.schema()));
                if (harmed && random.nextInt(10) == 0) {
                    query.append('&').append(parameter.name()).append('=').append(values.inAddress());
                }
            }
        }
        if (harmed && random.nextInt(20) == 0) {
            query.append('&').append(values.inAddress()).append('=').append(values.inAddress());
        }
        if (harmed && random.nextInt(100) == 0) {
            query.append("&limit=").append("1".repeat(12_000));
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private String asked(Parameter parameter, String path) {
        if (parameter.name().equals("cursor") && random.nextBoolean()) {
            return values.forgedCursor(path);
        }
        return random.nextBoolean() ? values.inAddress() : values.sane(parameter.schema());
    }

    private void judge(Request request, Answer answer) {
        int status = answer.status();
        if (request.unreadable() && (status == 400 || status == 414)) {
            return;
        }
        if (status / 100 == 2 && !request.foreign()) {
            judgeSuccess(request, answer);
        }
        if (answer.headers().containsKey("x-injected")) {
            fault("a header that the request smuggled in", request, answer);
        }
        if (status >= 500 && status != 501) {
            fault("status " + status, request, answer);
        }
        if (status >= 400 && !request.isHead()) {
            if (!answer.contentType().startsWith("application/problem+json")) {
                fault("%d without a problem document".formatted(status), request, answer);
            }
            if (INSIDE.matcher(answer.body()).find()) {
                fault("a word of the inside", request, answer);
            }
        }
        boolean listed = request.operation().statuses().contains(status);
        if (!listed && !(request.foreign() && (status < 400 || WITHOUT_OPERATION.contains(status)))) {
            fault("status %d not in the contract".formatted(status), request, answer);
        }
    }

    private void judgeSuccess(Request request, Answer answer) {
        wentWell.add(request.operation().id());
        if (request.isOversized()) {
            fault("status %d for a body that is too large".formatted(answer.status()), request, answer);
        }
        JsonNode document = request.body().document();
        if (document != null && request.operation().bodyType() != null) {
            List<Error> errors = errors(request.operation(), document);
            if (!errors.isEmpty()) {
                fault(
                        "status %d for a body that breaks its contract: %s".formatted(answer.status(), errors),
                        request,
                        answer);
            }
        }
    }

    private void fault(String kind, Request request, Answer answer) {
        boolean first = faults.merge(kind, 1, Integer::sum) <= 3;
        if (first && examples.size() < MOST_TOLD) {
            String sent = new String(request.bytes(), StandardCharsets.ISO_8859_1);
            examples.add("%n--- %s: %s%n%s%n%s"
                    .formatted(
                            kind,
                            request.operation().method() + " "
                                    + request.operation().path(),
                            sent.length() > 700 ? sent.substring(0, 700) + "…" : sent,
                            answer == null ? "" : answer));
        }
    }
}
