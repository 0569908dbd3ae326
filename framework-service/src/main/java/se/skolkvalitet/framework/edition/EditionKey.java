package se.skolkvalitet.framework.edition;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Which edition is meant: its number; {@code current}, the published edition in force today; {@code latest}, the
 * published edition with the highest number.
 */
@Schema(type = SchemaType.STRING, pattern = "^([1-9][0-9]{0,8}|current|latest)$", examples = "1")
public record EditionKey(String value) implements Code {
    static final String IN_WORDS =
            "Number of an edition; or `current`, the published one in force today; or `latest`, the"
                    + " published one with the highest number.";
    static final String CURRENT = "current";
    static final String LATEST = "latest";

    public EditionKey {
        if (!value.matches("[1-9][0-9]{0,8}|" + CURRENT + "|" + LATEST)) {
            throw new InvalidValue("pattern", "'%s' is not the number of an edition, current or latest", value);
        }
    }
}
