package se.skolkvalitet.indicator.area;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** The levels at which indicators have values. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"school-unit", "organiser", "municipality", "county", "nation"})
public enum Level implements Code {
    SCHOOL_UNIT,
    ORGANISER,
    MUNICIPALITY,
    COUNTY,
    NATION;

    /** The code of the nation as an area, as in Statistics Sweden's tables. */
    public static final String NATION_CODE = "00";

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
