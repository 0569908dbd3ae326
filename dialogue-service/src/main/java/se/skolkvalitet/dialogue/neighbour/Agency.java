package se.skolkvalitet.dialogue.neighbour;

import java.util.Locale;
import se.skolkvalitet.kit.text.Code;

/** The two agencies of which an adviser each takes part in every meeting. */
public enum Agency implements Code {
    SKOLVERKET,
    SPSM;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
