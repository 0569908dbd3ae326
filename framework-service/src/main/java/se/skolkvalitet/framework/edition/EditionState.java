package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** A draft can be changed; a published edition never changes. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"draft", "published"})
public enum EditionState implements Code {
    DRAFT,
    PUBLISHED;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
