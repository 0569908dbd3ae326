package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/merge-patch+json",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/",
            "*/*",
            "");
    private static final List<String> ACCEPTS = List.of(
            "*/*", "application/json", "text/html", "image/png", "application/json;q=0", "nonsense", "a/b/c", "");
    private static final List<String> TAGS =
            List.of("*", "\"1\"", "W/\"1\"", "1", "\"", "\"\"", "\"1\", \"2\"", "x".repeat(500), "\u00e5");

    private final Contract contract;
    private final int port;
    private final Random random = new Random(SEED);
    private final HostileValues values;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    private HostileRequests(Contract contract, int port) {
        this.contract = contract;
        this.port = port;
        this.values = new HostileValues(contract, random);
    }

    /**
     * A request as it goes over the wire, and the operation that it was made from.
     *
     * @param foreign it is not of that operation: another method or path, or a body where none is taken
     */
    private record Request(Operation operation, String method, byte[] bytes, boolean foreign) {}

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
        byte[] body = operation.bodyType() == null && random.nextInt(10) > 0 ? new byte[0] : body(operation);
        boolean chunked = body.length > 0 && random.nextInt(4) == 0;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder();
        head.append(method)
                .append(' ')
                .append(path)
                .append(query(operation))
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers(operation, head);
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n\r\n");
        } else {
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        }
        bytes.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (chunked) {
            bytes.write("%x\r\n".formatted(body.length).getBytes(StandardCharsets.US_ASCII));
            bytes.write(body);
            bytes.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            bytes.write(body);
        }
        boolean sameMethod = method.equals(operation.method())
                || method.equals("HEAD") && operation.method().equals("GET");
        boolean bodyUnasked = body.length > 0 && operation.bodyType() == null;
        boolean samePath = path.split("/", -1).length == operation.path().split("/", -1).length
                && !path.contains("//")
                && !path.endsWith("/");
        return new Request(operation, method, bytes.toByteArray(), !sameMethod || bodyUnasked || !samePath);
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.in("path")) {
            String value = random.nextInt(3) == 0 ? values.inAddress() : values.sane(parameter.schema());
            path = path.replace("{" + parameter.name() + "}", value);
        }
        return random.nextInt(50) == 0 ? path + "/" + values.inAddress() : path;
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.in("query")) {
            if (random.nextInt(3) == 0) {
                String value = random.nextInt(2) == 0 ? values.inAddress() : values.sane(parameter.schema());
                query.append('&').append(parameter.name()).append('=').append(value);
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

    private void headers(Operation operation, StringBuilder head) {
        if (operation.bodyType() != null || random.nextInt(20) == 0) {
            String type =
                    operation.bodyType() == null || random.nextInt(8) == 0 ? values.oneOf(TYPES) : operation.bodyType();
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        if (random.nextInt(6) == 0) {
            head.append("Accept: ").append(values.oneOf(ACCEPTS)).append("\r\n");
        }
        for (Parameter parameter : operation.in("header")) {
            if (random.nextInt(2) == 0) {
                head.append(parameter.name())
                        .append(": ")
                        .append(values.oneOf(TAGS))
                        .append("\r\n");
            }
        }
        if (random.nextInt(10) == 0) {
            head.append("If-None-Match: ").append(values.oneOf(TAGS)).append("\r\n");
        }
    }

    private byte[] body(Operation operation) throws JsonProcessingException {
        String json =
                operation.bodySchema() == null ? "{}" : mapper.writeValueAsString(values.body(operation.bodySchema()));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
            case 0 -> new byte[0];
            case 1 -> ("[".repeat(20_000) + "]".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
            case 2 -> brokenUtf8(bytes);
            case 3 -> json.substring(0, random.nextInt(json.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 4 -> json.replace("\"", "'").getBytes(StandardCharsets.UTF_8);
            case 5 -> json.getBytes(StandardCharsets.UTF_16);
            case 6 -> random.nextInt(8) == 0 ? new byte[1_100_000] : ("\u0000" + json).getBytes(StandardCharsets.UTF_8);
            default -> bytes;
        };
    }

    private byte[] brokenUtf8(byte[] bytes) {
        byte[] broken = bytes.clone();
        for (int i = 0; i < 3 && broken.length > 0; i++) {
            broken[random.nextInt(broken.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return broken;
    }

    private void judge(Request request, Answer answer) {
        int status = answer.status();
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
