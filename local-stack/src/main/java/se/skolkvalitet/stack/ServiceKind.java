package se.skolkvalitet.stack;

import java.util.Locale;

/** The four services, in the order of their ports. */
public enum ServiceKind {
    FRAMEWORK,
    INDICATOR,
    DIALOGUE,
    REGIONAL_OFFICE;

    public String artifact() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-service";
    }

    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
