package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import se.skolkvalitet.kit.test.contract.Contract;

/** Values that keep to a schema, and values that mean harm. */
final class HostileValues {
    /** As they stand in an address, escaped where they can be: borders, control characters, broken UTF-8, injections. */
    private static final List<String> IN_ADDRESSES = List.of(
            "",
            "%20",
            "%00",
            "a%00b",
            "%C3%28",
            "%FF",
            "%ED%A0%80",
            "%",
            "%zz",
            "%0D%0AX-Injected:%201",
            "%01%02%1F%7F",
            "%E2%80%AE",
            "%F0%9F%98%80",
            "..%2F..%2Fetc%2Fpasswd",
            "%27%20or%201=1--",
            "%22",
            "%5C",
            "<script>",
            "{a}",
            "a|b^c`",
            "\"",
            "\\",
            "\u00e5",
            "*",
            ",",
            ",,,",
            "a,b,c",
            "null",
            "true",
            "NaN",
            "-1",
            "0",
            "1e400",
            "2147483647",
            "2147483648",
            "-9223372036854775809",
            "1.5",
            "0180",
            "2026.1",
            "latest",
            "current",
            "00000000-0000-0000-0000-000000000000",
            "2024/25",
            "9999-12-31",
            "%2B999999999-12-31",
            "-999999999-01-01");

    private static final List<String> IN_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0001\u001f\u007f",
            "\ud800",
            "\u202eabc",
            "\ufffe",
            "'; drop table edition; --",
            "${jndi:x}",
            "#{1+1}",
            "../../etc/passwd",
            "-1",
            "2147483648",
            "NaN",
            "00000000-0000-0000-0000-000000000000",
            "9999-12-31");

    /** On both sides of what four digits, PostgreSQL and Java hold. */
    private static final List<String> DAYS = List.of(
            "0000-00-00",
            "0999-12-31",
            "1000-01-01",
            "9999-12-31",
            "+10000-01-01",
            "-4713-11-23",
            "+5874898-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "+1000000000-01-01",
            "2027-02-29");

    private static final List<String> NUMBERS = List.of(
            "0", "-1", "1", "1.5", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "1e400", "1e-400");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> ALPHABETS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
            "0123456789",
            "(a",
            "\u00e5\ud83d\ude00");
    private static final int LONG_IN_ADDRESSES = 6000;
    private static final int LONG_IN_TEXTS = 100_000;

    private final Contract contract;
    private final Random random;

    HostileValues(Contract contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** For a path or query, escaped already. */
    String inAddress() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> forgedCursor("/v1/other");
            case 4 -> URLEncoder.encode(longText(LONG_IN_ADDRESSES), StandardCharsets.UTF_8);
            default -> oneOf(IN_ADDRESSES);
        };
    }

    /** For a path: what it should be, and then more of the same. */
    String moreThan(JsonNode schema) {
        return moreOf(sane(schema), LONG_IN_ADDRESSES);
    }

    private String likeButNot(String text) {
        return DAY.matcher(text).matches() && random.nextInt(4) > 0 ? oneOf(DAYS) : moreOf(text, LONG_IN_TEXTS);
    }

    private String inText() {
        return random.nextInt(8) == 0 ? longText(LONG_IN_TEXTS) : oneOf(IN_TEXTS);
    }

    /** What cannot be made shorter. */
    private String longText(int length) {
        return letters(oneOf(ALPHABETS), length);
    }

    /**
     * The text with its end over and over, or with more of its letters: often that keeps to the form of such texts,
     * whatever it is.
     */
    private String moreOf(String text, int length) {
        if (random.nextBoolean()) {
            return letters(text, length);
        }
        String end = text.substring(random.nextInt(text.length()));
        return text + end.repeat(length / end.length());
    }

    private String letters(String alphabet, int length) {
        int[] points = alphabet.codePoints().toArray();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return letters.toString();
    }

    /** A cursor of the collection by its checksum, with a key that the collection never gave. */
    String forgedCursor(String collection) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            parts.add(random.nextInt(8) == 0 ? longText(LONG_IN_ADDRESSES / 3) : oneOf(IN_TEXTS));
        }
        byte[] key = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update((collection + '\n').getBytes(StandardCharsets.UTF_8));
        checksum.update(key);
        byte[] cursor = ByteBuffer.allocate(Integer.BYTES + key.length)
                .putInt((int) checksum.getValue())
                .put(key)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** For a path or query: keeps to the schema as far as the schema tells. */
    String sane(JsonNode parameter) {
        JsonNode schema = contract.resolve(parameter.has("items") ? parameter.get("items") : parameter);
        for (JsonNode part : schema.path("allOf")) {
            schema = contract.resolve(part).has("type") ? contract.resolve(part) : schema;
        }
        return URLEncoder.encode(saneText(schema), StandardCharsets.UTF_8);
    }

    private String saneText(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0).asText();
        }
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asText();
        }
        return switch (schema.path("type").asText() + " "
                + schema.path("format").asText()) {
            case "string date" -> "2027-0%d-15".formatted(1 + random.nextInt(9));
            case "string uuid" -> "0193e5a0-0000-7000-8000-00000000000" + random.nextInt(10);
            case "integer int32", "integer int64" -> String.valueOf(1 + random.nextInt(20));
            case "boolean " -> String.valueOf(random.nextBoolean());
            default -> oneOf(List.of("GR-MERIT-9", "grundskola", "0180", "solna", "2024/25"));
        };
    }

    /** The document with one to three places turned into something else. */
    JsonNode harmed(JsonNode document) {
        JsonNode harmed = document;
        for (int i = random.nextInt(3); i >= 0; i--) {
            harmed = harm(harmed);
        }
        return harmed;
    }

    /** Walks down at random and changes what it comes to. */
    private JsonNode harm(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(5) > 0) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = oneOf(names);
            switch (random.nextInt(8)) {
                case 0 -> object.remove(name);
                case 1 -> object.put("unknown" + random.nextInt(3), 1);
                default -> object.set(name, harm(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(5) > 0) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(6)) {
                case 0 -> array.addNull();
                case 1 -> array.add(array.get(index).deepCopy());
                case 2 -> array.removeAll();
                default -> array.set(index, harm(array.get(index)));
            }
            return array;
        }
        return node.isTextual() && !node.asText().isEmpty() && random.nextInt(3) == 0
                ? JsonNodeFactory.instance.textNode(likeButNot(node.asText()))
                : otherValue();
    }

    private JsonNode otherValue() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(true);
            case 2 -> json.arrayNode().add(json.nullNode());
            case 3 -> json.objectNode().put("a", 1);
            case 4 -> json.numberNode(new BigDecimal(oneOf(NUMBERS)));
            default -> json.textNode(inText());
        };
    }
}
