package se.skolkvalitet.regional.geography;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Official code of a county (SCB), two digits. */
@Schema(type = SchemaType.STRING, pattern = "^[0-9]{2}$", examples = "01")
public record CountyCode(String value) implements Code {
    public CountyCode {
        if (!value.matches("[0-9]{2}")) {
            throw new InvalidValue("pattern", "'%s' is not a county code of two digits", value);
        }
    }
}
