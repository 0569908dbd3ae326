package se.skolkvalitet.kit.test.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.skolkvalitet.kit.test.contract.Contract;
import se.skolkvalitet.kit.test.contract.Contract.Operation;
import se.skolkvalitet.kit.test.contract.Contract.Parameter;
import se.skolkvalitet.kit.test.hostile.RawHttp.Answer;

/**
 * Sends requests that are made from a service's contract and then turned bad, and holds each answer against what every
 * answer must be: no 5xx, no word of the inside, a problem document for every error, a status that the contract lists.
 *
 * <p>The same seed makes the same requests. {@code -Dhostile.seed=} and {@code -Dhostile.requests=} choose others.
 */
public final class HostileRequests {
    private static final long SEED = Long.getLong("hostile.seed", 1L);
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 5000);
    private static final int MOST_TOLD = 40;
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|javax|jakarta|io|org|com|se)\\.[a-z]+\\.|Exception\\b|\\bat [a-z.]+\\(|class [A-Z]|PSQL|Hibernate|SQLSTATE");
    private static final Set<Integer> WITHOUT_OPERATION = Set.of(400, 404, 405, 406, 413, 414, 415, 431, 501);

    private final Contract contract;
    private final int port;
    private final Random random = new Random(SEED);
    private final HostileValues values;
    private final HostileHeaders headers;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    private HostileRequests(Contract contract, int port) {
        this.contract = contract;
        this.port = port;
        this.values = new HostileValues(contract, random);
        this.headers = new HostileHeaders(values, random);
    }

    /**
     * A request as it goes over the wire, and the operation that it was made from.
     *
     * @param foreign it is not of that operation: another method or path, or a body where none is taken
     * @param oversized its body is larger than the operation takes
     * @param unreadable it is no HTTP: the server's decoder may answer with an empty 400, or end the connection
     */
    private record Request(
            Operation operation, String method, byte[] bytes, boolean foreign, boolean oversized, boolean unreadable) {}

    /** Fails with an example of each kind of bad answer. */
    public static void assertAnsweredWell(String service, int port) throws IOException {
        new HostileRequests(Contract.of(service), port).run();
    }

    private void run() throws IOException {
        List<Operation> operations = contract.operations();
        for (int i = 0; i < REQUESTS; i++) {
            Request request = request(values.oneOf(operations));
            try {
                judge(
                        request,
                        RawHttp.send(port, request.bytes(), request.method().equals("HEAD")));
            } catch (IOException | RuntimeException e) {
                if (request.unreadable()) {
                    continue;
                }
                fault("no whole answer (%s)".formatted(e.getClass().getSimpleName()), request, null);
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("%d requests of seed %d; bad answers by kind: %s%n%s"
                    .formatted(REQUESTS, SEED, faults, String.join("\n", examples)));
        }
    }

    private Request request(Operation operation) throws IOException {
        String method = random.nextInt(20) == 0
                ? values.oneOf(List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"))
                : operation.method();
        String path = path(operation);
        HostileBody body = operation.bodyType() == null && random.nextInt(10) > 0
                ? HostileBody.none()
                : HostileBody.of(operation, values, random);
        boolean undecodable = random.nextInt(100) == 0;
        String head = method + ' ' + path + query(operation, path) + " HTTP/1.1\r\n" + headers.host()
                + "Connection: close\r\n" + headers.of(operation) + (undecodable ? headers.undecodable() : "")
                + body.headers() + "\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body.sent());
        boolean sameMethod = method.equals(operation.method())
                || method.equals("HEAD") && operation.method().equals("GET");
        boolean bodyUnasked = !body.isEmpty() && operation.bodyType() == null;
        boolean samePath = path.split("/", -1).length == operation.path().split("/", -1).length
                && !path.contains("//")
                && !path.endsWith("/");
        boolean foreign = !sameMethod || bodyUnasked || !samePath;
        boolean json = "application/json".equals(operation.bodyType());
        return new Request(
                operation,
                method,
                bytes.toByteArray(),
                foreign,
                body.oversized() && json && !foreign,
                undecodable || body.broken());
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.in("path")) {
            String value = random.nextInt(3) == 0 ? values.inAddress() : values.sane(parameter.schema());
            path = path.replace("{" + parameter.name() + "}", value);
        }
        return random.nextInt(50) == 0 ? path + "/" + values.inAddress() : path;
    }

    private String query(Operation operation, String path) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.in("query")) {
            if (random.nextInt(3) == 0) {
                query.append('&').append(parameter.name()).append('=').append(asked(parameter, path));
                if (random.nextInt(10) == 0) {
                    query.append('&').append(parameter.name()).append('=').append(values.inAddress());
                }
            }
        }
        if (random.nextInt(20) == 0) {
            query.append('&').append(values.inAddress()).append('=').append(values.inAddress());
        }
        if (random.nextInt(100) == 0) {
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
        if (request.unreadable() && status == 400) {
            return;
        }
        if (request.oversized() && status < 400) {
            fault("status %d for a body that is too large".formatted(status), request, answer);
        }
        if (status >= 500 && status != 501) {
            fault("status " + status, request, answer);
        }
        if (status >= 400 && !request.method().equals("HEAD")) {
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
