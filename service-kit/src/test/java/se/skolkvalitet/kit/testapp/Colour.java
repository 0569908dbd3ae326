package se.skolkvalitet.kit.testapp;

import java.util.Locale;
import se.skolkvalitet.kit.text.Code;

public enum Colour implements Code {
    LIGHT_BLUE,
    RED;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
