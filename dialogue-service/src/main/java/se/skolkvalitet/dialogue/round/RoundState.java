package se.skolkvalitet.dialogue.round;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** A round is open until a plan without conflicts is saved. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"open", "planned"})
public enum RoundState implements Code {
    OPEN,
    PLANNED;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
