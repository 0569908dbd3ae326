package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A body and how it is sent.
 *
 * @param headers that tell of it, each with its line's end
 * @param sent as it goes over the wire
 * @param document what it says; null where its bytes are no JSON document, or not one for sure
 * @param oversized it is larger than any operation takes that reads JSON, and without fault beside that
 * @param broken its chunks are none, so that the connection may end without an answer
 */
record HostileBody(String headers, byte[] sent, JsonNode document, boolean oversized, boolean broken) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MORE_THAN_ANY_TAKES = 1_100_000;

    boolean isEmpty() {
        return sent.length == 0;
    }

    static HostileBody none() {
        return new HostileBody("Content-Length: 0\r\n", new byte[0], null, false, false);
    }

    /** As it should be, in one piece or in chunks. */
    static HostileBody wellMeant(List<JsonNode> documents, Random random) throws IOException {
        byte[] content = text(documents).getBytes(StandardCharsets.UTF_8);
        return framed("", content, only(documents), false, false, random);
    }

    /**
     * @param documents the lines of a file, or the only one of a JSON body; they are harmed
     */
    static HostileBody of(List<JsonNode> documents, HostileValues values, Random random) throws IOException {
        int harmed = random.nextInt(documents.size());
        documents.set(harmed, values.harmed(documents.get(harmed)));
        String text = text(documents);
        if (random.nextInt(100) == 0) {
            byte[] content = (" ".repeat(MORE_THAN_ANY_TAKES) + text).getBytes(StandardCharsets.UTF_8);
            return framed("", content, only(documents), true, false, random);
        }
        byte[] content = harmed(text, random);
        String coding = "";
        if (random.nextInt(30) == 0) {
            coding = "Content-Encoding: gzip\r\n";
            content = zipped(content, random);
        }
        boolean asItIs = coding.isEmpty() && Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8));
        return framed(coding, content, asItIs ? only(documents) : null, false, random.nextInt(40) == 0, random);
    }

    private static JsonNode only(List<JsonNode> documents) {
        return documents.size() == 1 ? documents.get(0) : null;
    }

    private static String text(List<JsonNode> documents) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JsonNode document : documents) {
            text.append(text.isEmpty() ? "" : "\n").append(MAPPER.writeValueAsString(document));
        }
        return text.toString();
    }

    private static HostileBody framed(
            String coding, byte[] content, JsonNode document, boolean oversized, boolean broken, Random random)
            throws IOException {
        if (!broken && (content.length == 0 || random.nextInt(4) > 0)) {
            String length = coding + "Content-Length: " + content.length + "\r\n";
            return new HostileBody(length, content, document, oversized, false);
        }
        String chunked = coding + "Transfer-Encoding: chunked\r\n";
        return new HostileBody(chunked, chunks(content, broken, random), document, oversized, broken);
    }

    private static byte[] harmed(String json, Random random) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(24)) {
            case 0 -> new byte[0];
            case 1 -> ("[".repeat(20_000) + "]".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
            case 2 -> brokenUtf8(bytes, random);
            case 3 -> json.substring(0, random.nextInt(json.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 4 -> json.replace("\"", "'").getBytes(StandardCharsets.UTF_8);
            case 5 -> json.getBytes(StandardCharsets.UTF_16);
            case 6 -> ("\u0000" + json).getBytes(StandardCharsets.UTF_8);
            default -> bytes;
        };
    }

    private static byte[] brokenUtf8(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        for (int i = 0; i < 3 && broken.length > 0; i++) {
            broken[random.nextInt(broken.length)] = (byte) (0x80 + random.nextInt(0x80));
        }
        return broken;
    }

    /** Whole, cut off, or not zipped at all. */
    private static byte[] zipped(byte[] content, Random random) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(content);
        }
        return switch (random.nextInt(3)) {
            case 0 -> zipped.toByteArray();
            case 1 -> Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
            default -> content;
        };
    }

    /** In one to four chunks, with an extension and a trailer now and then. */
    private static byte[] chunks(byte[] content, boolean broken, Random random) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        int size = content.length / (1 + random.nextInt(4)) + 1;
        String extension = random.nextInt(4) == 0 ? ";name=\"value\"" : "";
        for (int from = 0; from < content.length; from += size) {
            int length = Math.min(size, content.length - from);
            write(sent, "%x%s\r\n".formatted(length, extension));
            sent.write(content, from, length);
            write(sent, "\r\n");
        }
        if (broken) {
            write(
                    sent,
                    List.of("no number\r\n", "-1\r\n", "fffffffffffffffff\r\n", "\r\n")
                            .get(random.nextInt(4)));
        }
        write(sent, random.nextInt(3) == 0 ? "0\r\nX-Trailer: 1\r\n\r\n" : "0\r\n\r\n");
        return sent.toByteArray();
    }

    private static void write(ByteArrayOutputStream sent, String text) throws IOException {
        sent.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
