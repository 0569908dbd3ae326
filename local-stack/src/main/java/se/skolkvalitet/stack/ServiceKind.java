package se.skolkvalitet.stack;

import java.util.Locale;

/** The four services: their standard ports, their databases. */
public enum ServiceKind {
    FRAMEWORK(8081),
    INDICATOR(8082),
    DIALOGUE(8083),
    REGIONAL_OFFICE(8084);

    private final int standardPort;

    ServiceKind(int standardPort) {
        this.standardPort = standardPort;
    }

    public int standardPort() {
        return standardPort;
    }

    public String artifact() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-service";
    }

    String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
