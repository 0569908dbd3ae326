package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** What an indicator or measure is counted in. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"percent", "points", "number", "ratio"})
public enum Unit implements Code {
    PERCENT,
    POINTS,
    NUMBER,
    RATIO;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
