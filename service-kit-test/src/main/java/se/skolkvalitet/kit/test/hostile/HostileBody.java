package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import se.skolkvalitet.kit.test.contract.Contract.Operation;

/**
 * A body and how it is sent.
 *
 * @param headers that tell of it, each with its line's end
 * @param sent as it goes over the wire
 * @param oversized it is larger than any operation takes that reads JSON, and without fault beside that
 * @param broken its chunks are none, so that the connection may end without an answer
 */
record HostileBody(String headers, byte[] sent, boolean oversized, boolean broken) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MORE_THAN_ANY_TAKES = 1_100_000;

    boolean isEmpty() {
        return sent.length == 0;
    }

    static HostileBody none() {
        return new HostileBody("Content-Length: 0\r\n", new byte[0], false, false);
    }

    static HostileBody of(Operation operation, HostileValues values, Random random) throws IOException {
        String json = json(operation, values);
        boolean oversized = random.nextInt(100) == 0;
        byte[] content = oversized
                ? (" ".repeat(MORE_THAN_ANY_TAKES) + json).getBytes(StandardCharsets.UTF_8)
                : harmed(json, random);
        String coding = "";
        if (!oversized && random.nextInt(30) == 0) {
            coding = "Content-Encoding: gzip\r\n";
            content = zipped(content, random);
        }
        if (content.length == 0 || random.nextInt(4) > 0) {
            return new HostileBody(coding + "Content-Length: " + content.length + "\r\n", content, oversized, false);
        }
        boolean broken = !oversized && random.nextInt(10) == 0;
        String chunked = coding + "Transfer-Encoding: chunked\r\n";
        return new HostileBody(chunked, chunks(content, broken, random), oversized, broken);
    }

    private static String json(Operation operation, HostileValues values) throws JsonProcessingException {
        return operation.bodySchema() == null ? "{}" : MAPPER.writeValueAsString(values.body(operation.bodySchema()));
    }

    private static byte[] harmed(String json, Random random) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
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
