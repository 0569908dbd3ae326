package se.skolkvalitet.dialogue.planning;

/** How far apart the three meetings of a dialogue are, in days. */
public final class Gaps {
    /** From the introduction to the dialogue, so that the organiser can read its analysis document. */
    public static final int INTRODUCTION_TO_DIALOGUE_LEAST = 14;

    /** From the dialogue to the feedback meeting: long enough to reflect, short enough to remember. */
    public static final int DIALOGUE_TO_FEEDBACK_LEAST = 21;

    public static final int DIALOGUE_TO_FEEDBACK_MOST = 56;

    private Gaps() {}
}
