package se.skolkvalitet.kit.events;

import java.nio.charset.StandardCharsets;

/** What came from outside, as text that a database, a log and a reader can take. */
final class Shown {
    private static final int MOST_CHARACTERS = 1000;

    private Shown() {}

    /** Control characters as {@code \\u0000}, and no more than a reader wants to see. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < MOST_CHARACTERS; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted((int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    static String bytes(byte[] bytes) {
        return bytes == null ? null : text(new String(bytes, StandardCharsets.UTF_8));
    }
}
