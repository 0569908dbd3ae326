package se.skolkvalitet.dialogue.dialogue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** The planner's own name for the round that dialogues belong to, for use in addresses. */
@Schema(type = SchemaType.STRING, pattern = "^[a-z0-9]+(-[a-z0-9]+){0,19}$", maxLength = 40, examples = "2027-1")
public record RoundCode(String value) implements Code {
    public static final String IN_WORDS =
            "Code of a round; or `latest`, the round with the latest first day; or `current`,"
                    + " the round that today lies in, the latest of them where there are several.";
    private static final int LONGEST = 40;

    public RoundCode {
        if (value.length() > LONGEST || !value.matches("[a-z0-9]+(-[a-z0-9]+){0,19}")) {
            throw new InvalidValue(
                    "pattern", "'%s' is not a round code of at most 40 lower-case letters, digits and hyphens", value);
        }
    }
}
