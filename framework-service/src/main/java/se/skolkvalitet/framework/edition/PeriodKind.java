package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** School years are written 2024/25, calendar years 2025. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"school-year", "calendar-year"})
public enum PeriodKind implements Code {
    SCHOOL_YEAR,
    CALENDAR_YEAR;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
