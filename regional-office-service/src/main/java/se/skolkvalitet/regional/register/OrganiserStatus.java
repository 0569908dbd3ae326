package se.skolkvalitet.regional.register;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** Whether an organiser runs school units. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"active", "dormant"})
public enum OrganiserStatus implements Code {
    ACTIVE,
    /** Has lost its last unit: stays known, with the seat it had, and is active again with its next unit. */
    DORMANT;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
