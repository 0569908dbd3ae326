package se.skolkvalitet.indicator.value;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.release.ReleaseKey;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Names one published value for ever: release, indicator, level, area, period and sex with a colon between them. The
 * slash of a school year is written as a hyphen, and no period as {@code none}. Asked for with {@code latest} as its
 * release, it is the value of the release that is the latest then.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^[^:]+(:[^:]+){5,9}$",
        maxLength = 200,
        examples = "2026.1:GR-MERIT-9:school-unit:10035236:2024-25:T")
public record ValueId(String value) implements Code {
    private static final int PARTS = 6;
    private static final int LONGEST = 200;

    public ValueId {
        if (value.length() > LONGEST || value.split(":", -1).length != PARTS) {
            throw new InvalidValue("pattern", "'%s' is not release:indicator:level:area:period:sex", value);
        }
    }

    /** @param period null or empty for no period */
    public static ValueId of(String release, String indicator, Level level, String area, String period, String sex) {
        String written = period == null || period.isEmpty() ? "none" : period.replace('/', '-');
        return new ValueId(String.join(":", List.of(release, indicator, level.value(), area, written, sex)));
    }

    ReleaseKey release() {
        return new ReleaseKey(part(0));
    }

    String indicator() {
        return part(1);
    }

    Level level() {
        return Codes.parse(Level.class, part(2));
    }

    String area() {
        return part(3);
    }

    /** As the database has it: empty for no period. */
    String period() {
        return part(4).equals("none") ? "" : part(4).replace('-', '/');
    }

    String sex() {
        return part(5);
    }

    private String part(int index) {
        return value.split(":", -1)[index];
    }
}
