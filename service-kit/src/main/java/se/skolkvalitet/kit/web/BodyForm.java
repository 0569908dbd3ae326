package se.skolkvalitet.kit.web;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a body is written: as it is, in UTF-8. Anything else would be read as something that nobody sent. */
final class BodyForm {
    private static final String AS_IT_IS = "identity";
    private static final Set<String> UTF_8_OR_PART_OF_IT = Set.of("utf-8", "utf8", "us-ascii");

    private BodyForm() {}

    /**
     * Why it cannot be read.
     *
     * @param encoding the Content-Encoding
     * @param type the Content-Type; one that is none is for others to refuse
     */
    static Optional<String> fault(@Nullable String encoding, @Nullable String type) {
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(AS_IT_IS)) {
            return Optional.of("Send the body without Content-Encoding; it is not decoded.");
        }
        String charset = charset(type);
        return charset == null || UTF_8_OR_PART_OF_IT.contains(charset.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("Send the body in UTF-8; its Content-Type names another charset.");
    }

    private static String charset(String type) {
        try {
            return type == null ? null : MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
        } catch (IllegalArgumentException notAType) {
            return null;
        }
    }
}
