package se.skolkvalitet.kit.testapp;

import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

public record ThingCode(String value) implements Code {
    public ThingCode {
        if (!value.matches("[a-z]{1,3}")) {
            throw new InvalidValue("pattern", "'%s' is not one to three small letters".formatted(value));
        }
    }
}
