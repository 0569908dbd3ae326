package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Which release is meant: its number; or {@code latest}, the newest one. A release is in force until the next, so
 * {@code current} is the same.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^([0-9]{4}[.][0-9]{1,9}|[0-9]{4}[.][0-9]{1,9}[.][0-9]{1,9}|current|latest)$",
        examples = "latest")
public record ReleaseKey(String value) implements Code {
    public static final String IN_WORDS =
            "Number of a release; or `latest`, the newest one as it was corrected last, which is also `current`.";

    public ReleaseKey {
        if (!value.matches("[0-9]{4}[.][0-9]{1,9}([.][0-9]{1,9})?|current|latest")) {
            throw new InvalidValue(
                    "pattern",
                    "'%s' is not the number of a release such as 2026.1 or 2026.1.1, current or latest",
                    value);
        }
    }

    boolean isLatest() {
        return value.equals("latest") || value.equals("current");
    }
}
