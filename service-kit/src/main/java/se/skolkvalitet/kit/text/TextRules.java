package se.skolkvalitet.kit.text;

/**
 * What texts in requests must be, for {@code @Pattern}; a contract takes them over as they are. Each looks at a text
 * once, however long it is, since it is held against those that are too long as well.
 */
public final class TextRules {
    /** Something to see, and no control characters: a name, a reference. */
    public static final String LINE = "^(?=\\s*\\S)\\P{Cc}*$";

    public static final String LINE_IN_WORDS = "write something on one line, without control characters";

    /** The same in one or more lines: a description, a question. */
    public static final String PROSE = "^(?=\\s*\\S)[\\P{Cc}\\n]*$";

    public static final String PROSE_IN_WORDS = "write something, without control characters but line breaks";

    private TextRules() {}
}
