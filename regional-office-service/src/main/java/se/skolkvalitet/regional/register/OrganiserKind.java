package se.skolkvalitet.regional.register;

import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.Term;

/** Who an organiser is. */
public enum OrganiserKind implements Term {
    MUNICIPAL,
    REGIONAL,
    STATE,
    INDEPENDENT;
    /** From {@code principalOrganizerType} of Skolverket's Planned educations API. */
    static OrganiserKind fromSource(String text) {
        return switch (text) {
            case "Kommunal" -> MUNICIPAL;
            case "Region" -> REGIONAL;
            case "Statlig" -> STATE;
            case "Fristående" -> INDEPENDENT;
            default ->
                throw new InvalidValue("one-of", "'%s' is not one of Kommunal, Region, Statlig, Fristående", text);
        };
    }
}
