package se.skolkvalitet.dialogue.dialogue;

import se.skolkvalitet.kit.text.Term;

/** An organiser is invited to a dialogue when its round is opened; the dialogue is planned when it has its meetings. */
public enum DialogueState implements Term {
    INVITED,
    PLANNED
}
