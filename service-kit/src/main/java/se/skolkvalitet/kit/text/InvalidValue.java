package se.skolkvalitet.kit.text;

import java.util.Arrays;

/** A value that breaks a rule of its type. Reaches a caller of the API as a field error with the rule's name. */
public class InvalidValue extends IllegalArgumentException {
    private static final int MOST_SHOWN = 100;

    private final String rule;

    /**
     * @param rule short name of the rule, stable, for programs: {@code pattern}, {@code check-digit}, {@code range} …
     * @param message says in one sentence what is wrong and what is right, for people; a format for the values
     * @param values what came from outside; of a text no more is shown than a reader needs to find it again
     */
    public InvalidValue(String rule, String message, Object... values) {
        super(message.formatted(Arrays.stream(values).map(InvalidValue::shown).toArray()));
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    private static Object shown(Object value) {
        return value instanceof String text ? PlainText.shown(text, MOST_SHOWN) : value;
    }
}
