package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** What may be done with a measure: only counts add up; a share or an average needs a weight. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"count", "share", "average", "text"})
public enum MeasureKind implements Code {
    COUNT,
    SHARE,
    AVERAGE,
    TEXT;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
