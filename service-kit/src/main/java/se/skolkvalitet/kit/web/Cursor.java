package se.skolkvalitet.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.PlainText;

/**
 * The sort key of the last row of a page, as an opaque text for the caller to send back to the same collection.
 *
 * <p>It begins with a checksum of collection and key, so that one which strayed to another collection is noticed. It is no
 * secret: who forges a cursor gets rows after a key of his own, which he may read anyway. What reads the parts of a key must
 * therefore bear any text that a database can store.
 */
final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** @param collection the path that the collection was asked for by */
    static String of(String collection, List<?> key) {
        byte[] text = key.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(checksum(collection, text))
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * @param parts how many parts the key has
     * @throws ProblemException 400 where the text is not a cursor of this collection
     */
    static List<String> read(String collection, String cursor, int parts) {
        ByteBuffer bytes = decoded(cursor);
        if (bytes.remaining() < Integer.BYTES) {
            throw foreign();
        }
        int checksum = bytes.getInt();
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        String whole = new String(text, StandardCharsets.UTF_8);
        List<String> key = List.of(whole.split(SEPARATOR, -1));
        // No row has a key that a database cannot store, and to ask for one would be an error.
        if (checksum != checksum(collection, text) || key.size() != parts || !PlainText.isPlain(whole)) {
            throw foreign();
        }
        return key;
    }

    /** What a cursor of another collection, or of none, is answered with. */
    static ProblemException foreign() {
        return ProblemException.invalid(
                "cursor", "cursor", "The cursor is not one that this collection gave; start without one.");
    }

    private static ByteBuffer decoded(String cursor) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException notBase64) {
            throw foreign();
        }
    }

    private static int checksum(String collection, byte[] key) {
        CRC32 sum = new CRC32();
        sum.update(collection.getBytes(StandardCharsets.UTF_8));
        sum.update('\n'); // In no path, so that the border between the two is part of it.
        sum.update(key);
        return (int) sum.getValue();
    }
}
