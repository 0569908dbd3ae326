package se.skolkvalitet.dialogue.planning;

import java.util.UUID;

/** A dialogue that needs its three meetings, and the office that answers for its organiser. */
public record DialogueToPlan(UUID id, String organiser, String office) {}
