package se.skolkvalitet.regional.register;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Skolenhetskod: eight digits, given by the register of school units. */
@Schema(type = SchemaType.STRING, pattern = "^[0-9]{8}$", examples = "10035236")
public record SchoolUnitCode(String value) implements Code {
    public SchoolUnitCode {
        if (!value.matches("[0-9]{8}")) {
            throw new InvalidValue("pattern", "'%s' is not a school unit code of eight digits", value);
        }
    }
}
