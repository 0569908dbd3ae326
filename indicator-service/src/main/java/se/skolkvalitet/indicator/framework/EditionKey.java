package se.skolkvalitet.indicator.framework;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Which of the editions known here is meant: its number; {@code current}, in force today; {@code latest}. */
@Schema(type = SchemaType.STRING, pattern = "^([1-9][0-9]{0,8}|current|latest)$", examples = "latest")
public record EditionKey(String value) implements Code {
    public static final String IN_WORDS = "Number of an edition; or `current`, the one in force today; or `latest`, the"
            + " one with the highest number.";
    static final String CURRENT = "current";
    static final String LATEST = "latest";

    public EditionKey {
        if (!value.matches("[1-9][0-9]{0,8}|" + CURRENT + "|" + LATEST)) {
            throw new InvalidValue("pattern", "'%s' is not the number of an edition, current or latest", value);
        }
    }

    int number() {
        return Integer.parseInt(value);
    }
}
