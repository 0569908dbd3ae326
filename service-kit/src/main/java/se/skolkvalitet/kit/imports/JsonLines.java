package se.skolkvalitet.kit.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * Reads a file of JSON documents, one a line, UTF-8, with constant memory. A line may also be a whole answer of
 * Skolverket's API, {@code {"status", "message", "body"}}; then its body is the document, and what somebody has written
 * beside these three belongs to it. An answer that says no more than that there is none is faulty. Lines that are empty or
 * blank are passed over but counted; a byte order mark at the start is passed over. A line with a text that no database can
 * store is faulty, wherever in it that text stands.
 */
public final class JsonLines {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);
    private static final InvalidValue NOT_PLAIN = PlainText.refused();
    private static final Set<String> ENVELOPE = Set.of("status", "message", "body");

    /** The schema of the API says the second, its answers the first. */
    private static final Set<String> GOOD = Set.of("OK", "200 OK");

    private JsonLines() {}

    /** Gets each document that could be read, with its line number from 1. */
    public interface Reader {
        void read(long line, JsonNode document);
    }

    /**
     * @return how many lines held something
     * @throws JobFailed where none does: such a file says nothing, and least of all that there is nothing any more
     */
    public static long read(InputStream input, ObjectMapper mapper, LineFaults faults, Reader reader) {
        try (InputStream buffered = new BufferedInputStream(input, 1 << 16)) {
            passOverMark(buffered);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long filled = 0;
            for (long line = 1; nextLine(buffered, bytes); line++) {
                byte[] content = bytes.toByteArray();
                if (!isBlank(content)) {
                    filled++;
                    readLine(line, content, mapper, faults, reader);
                }
            }
            if (filled == 0) {
                throw new JobFailed("The file has no lines.");
            }
            return filled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void passOverMark(InputStream input) throws IOException {
        input.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(input.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            input.reset();
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private static void readLine(long line, byte[] bytes, ObjectMapper mapper, LineFaults faults, Reader reader) {
        if (bytes.length > MOST_BYTES) {
            faults.add(line, "", "too-long", "A line has at most %d bytes.".formatted(MOST_BYTES));
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode document = mapper.readTree(text);
            JsonNode body = isEnvelope(document) ? unwrap(line, document, faults) : document;
            if (faults.hasFaults(line)) {
                return;
            }
            if (!body.isObject()) {
                faults.add(line, "", "json", "The line is not a JSON object.");
                return;
            }
            // Such a text can only come by an escape.
            if (text.contains("\\u")) {
                findTextsThatAreNotPlain(line, "", body, faults);
            }
            if (!faults.hasFaults(line)) {
                reader.read(line, body);
            }
        } catch (CharacterCodingException e) {
            faults.add(line, "", "utf-8", "The line is not UTF-8.");
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            faults.add(line, "", "json", "The line is not JSON (column %d).".formatted(column));
        }
    }

    /** Whether it is a whole answer rather than the body of one. */
    private static boolean isEnvelope(JsonNode document) {
        return document.has("status") && document.has("body");
    }

    private static JsonNode unwrap(long line, JsonNode answer, LineFaults faults) {
        String status = answer.get("status").asText("");
        if (!isGood(status)) {
            faults.add(
                    line,
                    "status",
                    new InvalidValue(
                            "status",
                            "The source answered '%s': %s",
                            status,
                            answer.path("message").asText("")));
            return answer;
        }
        JsonNode body = answer.get("body");
        if (!body.isObject()) {
            faults.add(line, "body", "required", "The source answered without a body.");
            return answer;
        }
        ObjectNode whole = (ObjectNode) body;
        answer.properties().stream()
                .filter(beside -> !ENVELOPE.contains(beside.getKey()) && !whole.has(beside.getKey()))
                .forEach(beside -> whole.set(beside.getKey(), beside.getValue()));
        return whole;
    }

    /** Whether the status of an answer of the API says that there is one. */
    public static boolean isGood(String status) {
        return GOOD.contains(status);
    }

    private static void findTextsThatAreNotPlain(long line, String field, JsonNode node, LineFaults faults) {
        if (node.isTextual() && !PlainText.isPlain(node.textValue())) {
            faults.add(line, field, NOT_PLAIN);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findTextsThatAreNotPlain(line, "%s[%d]".formatted(field, i), node.get(i), faults);
        }
        node.properties().forEach(property -> {
            String name = field.isEmpty() ? property.getKey() : field + "." + property.getKey();
            if (!PlainText.isPlain(property.getKey())) {
                faults.add(line, name, NOT_PLAIN);
            }
            findTextsThatAreNotPlain(line, name, property.getValue(), faults);
        });
    }

    /** Fills the buffer with the next line without its end; a line over the limit is read past but not kept. */
    private static boolean nextLine(InputStream input, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int next = input.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() <= MOST_BYTES) {
                line.write(next);
            }
            next = input.read();
        }
        return true;
    }
}
