package se.skolkvalitet.regional.adviser;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** The two agencies whose advisers hold the dialogues. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"skolverket", "spsm"})
public enum Agency implements Code {
    SKOLVERKET,
    SPSM;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
