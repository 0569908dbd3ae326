package se.skolkvalitet.regional.office;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Code of a regional office. */
@Schema(type = SchemaType.STRING, pattern = "^[a-z]+(-[a-z]+)*$", examples = "solna")
public record OfficeCode(String value) implements Code {
    public OfficeCode {
        if (!value.matches("[a-z]+(-[a-z]+)*")) {
            throw new InvalidValue("pattern", "'%s' is not an office code of lower-case letters a-z", value);
        }
    }
}
