package se.skolkvalitet.framework.edition;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Which edition is to be changed. The other names of an {@link EditionKey} stand for published ones, which never change:
 * who wrote to one of them would mean another.
 */
@Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,8}$", examples = "1")
public record EditionNumber(String value) implements Code {
    public EditionNumber {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new InvalidValue("pattern", "'%s' is not the number of an edition", value);
        }
    }

    int number() {
        return Integer.parseInt(value);
    }
}
