package se.skolkvalitet.regional.geography;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Official code of a municipality (SCB): county code and two digits. */
@Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}$", examples = "0180")
public record MunicipalityCode(String value) implements Code {
    public MunicipalityCode {
        if (!value.matches("[0-9]{4}")) {
            throw new InvalidValue("pattern", "'%s' is not a municipality code of four digits", value);
        }
    }
}
