package se.skolkvalitet.regional.register;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Who an organiser is. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"municipal", "regional", "state", "independent"})
public enum OrganiserKind implements Code {
    MUNICIPAL,
    REGIONAL,
    STATE,
    INDEPENDENT;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From {@code principalOrganizerType} of Skolverket's Planned educations API. */
    static OrganiserKind fromSource(String text) {
        return switch (text) {
            case "Kommunal" -> MUNICIPAL;
            case "Region" -> REGIONAL;
            case "Statlig" -> STATE;
            case "Fristående" -> INDEPENDENT;
            default ->
                throw new InvalidValue(
                        "one-of", "'%s' is not one of Kommunal, Region, Statlig, Fristående".formatted(text));
        };
    }
}
