package se.skolkvalitet.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import se.skolkvalitet.kit.problem.ProblemException;

/** The sort key of the last row of a page, as an opaque text for the caller to send back. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(Object... key) {
        StringBuilder text = new StringBuilder();
        for (Object part : key) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param parts how many parts the key has
     * @throws ProblemException 400 where the text is not a cursor of this collection
     */
    public static List<String> read(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> key = List.of(text.split(SEPARATOR, -1));
            if (key.size() == parts) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Answered below, in the same words as a cursor of another collection.
        }
        throw foreign();
    }

    /** What a cursor of another collection, or of none, is answered with. */
    static ProblemException foreign() {
        return ProblemException.invalid(
                "cursor", "cursor", "The cursor is not one that this collection gave; start without one.");
    }
}
