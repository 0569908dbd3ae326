package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** Which way is better. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"higher-is-better", "lower-is-better", "neutral"})
public enum Direction implements Code {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEUTRAL;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
