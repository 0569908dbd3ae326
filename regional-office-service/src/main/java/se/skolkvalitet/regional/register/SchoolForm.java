package se.skolkvalitet.regional.register;

import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.Term;

/** The nine school forms, and fritidshem, which is none but has its own national goal. */
public enum SchoolForm implements Term {
    FORSKOLA,
    FORSKOLEKLASS,
    GRUNDSKOLA,
    ANPASSAD_GRUNDSKOLA,
    SPECIALSKOLA,
    SAMESKOLA,
    GYMNASIESKOLA,
    ANPASSAD_GYMNASIESKOLA,
    KOMVUX,
    FRITIDSHEM;

    /**
     * From {@code typeOfSchooling[].code} of Skolverket's Planned educations API, which lists neither preschools nor
     * after-school centres. For files from elsewhere there are {@code fth}, Skolenhetsregistret's code in the letters of
     * this source, and {@code forskola}, for which no register of units has a code.
     */
    static SchoolForm fromSource(String code) {
        return switch (code) {
            case "forskola" -> FORSKOLA;
            case "fsk" -> FORSKOLEKLASS;
            case "fth" -> FRITIDSHEM;
            case "gr" -> GRUNDSKOLA;
            case "gran" -> ANPASSAD_GRUNDSKOLA;
            case "spec" -> SPECIALSKOLA;
            case "sam" -> SAMESKOLA;
            case "gy" -> GYMNASIESKOLA;
            case "gyan" -> ANPASSAD_GYMNASIESKOLA;
            default -> {
                if (code.startsWith("vux")) {
                    yield KOMVUX;
                }
                throw new InvalidValue("one-of", "'%s' is not a school form of the source", code);
            }
        };
    }
}
