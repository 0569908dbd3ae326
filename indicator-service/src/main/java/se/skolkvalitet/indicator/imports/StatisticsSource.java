package se.skolkvalitet.indicator.imports;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** Whose statistics a file holds, and so how it is read. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"skolverket-planned-educations-gr"})
public enum StatisticsSource implements Code {
    /** One answer of {@code GET /v4/school-units/{code}/statistics/gr} a line. */
    SKOLVERKET_PLANNED_EDUCATIONS_GR;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
