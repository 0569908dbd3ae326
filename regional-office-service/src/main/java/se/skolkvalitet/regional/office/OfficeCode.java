package se.skolkvalitet.regional.office;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Code of a regional office. */
@Schema(type = SchemaType.STRING, pattern = "^[a-z]+(-[a-z]+){0,19}$", maxLength = 40, examples = "solna")
public record OfficeCode(String value) implements Code {
    private static final int LONGEST = 40;

    public OfficeCode {
        if (value.length() > LONGEST || !value.matches("[a-z]+(-[a-z]+){0,19}")) {
            throw new InvalidValue(
                    "pattern", "'%s' is not an office code of at most 40 lower-case letters a-z and hyphens", value);
        }
    }
}
