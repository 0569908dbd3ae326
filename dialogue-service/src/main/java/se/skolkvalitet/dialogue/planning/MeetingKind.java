package se.skolkvalitet.dialogue.planning;

import se.skolkvalitet.kit.text.Term;

/** The three meetings that a dialogue consists of, in their order. */
public enum MeetingKind implements Term {
    /** Digital: purpose, framework, analysis document. */
    INTRODUCTION,
    /** At the organiser's place, half a day. */
    DIALOGUE,
    /** Digital: reflection on what was agreed. */
    FEEDBACK;

    public boolean isDigital() {
        return this != DIALOGUE;
    }
}
