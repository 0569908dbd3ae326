package se.skolkvalitet.kit.text;

/** A value that breaks a rule of its type. Reaches a caller of the API as a field error with the rule's name. */
public class InvalidValue extends IllegalArgumentException {
    private final String rule;

    /**
     * @param rule short name of the rule, stable, for programs: {@code pattern}, {@code check-digit}, {@code range} …
     * @param message says in one sentence what is wrong and what is right, for people
     */
    public InvalidValue(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
