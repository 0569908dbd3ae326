package se.skolkvalitet.kit.imports;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** What a faulty line does to an import: stops all of it, or is left out and reported. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"atomic", "lenient"})
public enum ImportMode implements Code {
    ATOMIC,
    LENIENT;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
