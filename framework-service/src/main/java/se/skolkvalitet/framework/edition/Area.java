package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** The three areas in which sub-goals make a goal precise. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"equity", "quality", "development-and-learning"})
public enum Area implements Code {
    EQUITY,
    QUALITY,
    DEVELOPMENT_AND_LEARNING;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
