package se.skolkvalitet.kit.text;

import java.nio.charset.StandardCharsets;

/** Text from outside, as a database can store it, UTF-8 carry it and a log or a person read it. */
public final class PlainText {
    private static final int MOST_SHOWN = 1000;
    private static final String MORE = "…";

    private PlainText() {}

    /** Whether PostgreSQL can store it and UTF-8 carry it: it has no U+0000 and no half of a surrogate pair. */
    public static boolean isPlain(String text) {
        // Each field of each line is asked, and a stream for it was a third of what reading a file takes.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !isPairAt(text, i)) {
                return false;
            }
            i += Character.isSurrogate(c) ? 1 : 0;
        }
        return true;
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    /** What a text that is not plain is refused with. */
    public static InvalidValue refused() {
        return new InvalidValue("plain-text", "A text must not hold U+0000 or half of a surrogate pair");
    }

    /** As it can be shown, and no more of it than a reader wants to see. */
    public static String shown(String text) {
        return shown(text, MOST_SHOWN);
    }

    /**
     * Control characters and halves of surrogate pairs as {@code \\u0000}; what is longer ends with an ellipsis.
     *
     * @param most characters of the text
     */
    public static String shown(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(c -> {
            if (Character.isISOControl(c) || isHalf(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePoints().skip(most).findAny().isPresent()
                ? shown.append(MORE).toString()
                : shown.toString();
    }

    /** @return null for null */
    public static String shown(byte[] bytes) {
        return bytes == null ? null : shown(new String(bytes, StandardCharsets.UTF_8));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
