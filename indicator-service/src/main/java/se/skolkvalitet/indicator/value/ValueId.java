package se.skolkvalitet.indicator.value;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.release.ReleaseKey;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Names one published value for ever: release, indicator, level, area, period, sex and school form with a colon between
 * them; in releases before 0.2 without the school form. The slash of a school year is written as a hyphen, and no period as {@code none}. Asked for with {@code latest} as
 * its release, it is the value of the release that is the latest then.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^[^:]+(:[^:]+){5,9}$",
        maxLength = 200,
        examples = "2026.1:GR-MERIT-9:school-unit:10035236:2024-25:T:grundskola")
public record ValueId(String value) implements Code {
    private static final int PARTS = 7;
    private static final int PARTS_WITHOUT_FORM = 6;
    private static final int LONGEST = 200;

    public ValueId {
        int parts = value.split(":", -1).length;
        if (value.length() > LONGEST || parts != PARTS && parts != PARTS_WITHOUT_FORM) {
            throw new InvalidValue("pattern", "'%s' is not release:indicator:level:area:period:sex:schoolForm", value);
        }
    }

    /**
     * @param period null or empty for no period
     * @param schoolForm null in a release whose ids do not name it
     */
    public static ValueId of(
            String release,
            String indicator,
            Level level,
            String area,
            String period,
            String sex,
            @Nullable String schoolForm) {
        String written = period == null || period.isEmpty() ? "none" : period.replace('/', '-');
        String id = String.join(":", List.of(release, indicator, level.value(), area, written, sex));
        return new ValueId(schoolForm == null ? id : id + ":" + schoolForm);
    }

    /** That of another indicator, of the same area and all else. */
    public ValueId of(String indicator) {
        return new ValueId(value.replaceFirst(":[^:]+", ":" + indicator));
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

    /** Empty where the id does not name it. */
    Optional<String> schoolForm() {
        return value.split(":", -1).length == PARTS ? Optional.of(part(6)) : Optional.empty();
    }

    private String part(int index) {
        return value.split(":", -1)[index];
    }
}
