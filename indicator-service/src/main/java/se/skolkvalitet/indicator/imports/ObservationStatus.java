package se.skolkvalitet.indicator.imports;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** What a source says about one of its figures. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"normal", "rounded", "withheld", "missing", "not-applicable"})
public enum ObservationStatus implements Code {
    NORMAL,
    ROUNDED,
    WITHHELD,
    MISSING,
    NOT_APPLICABLE;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
