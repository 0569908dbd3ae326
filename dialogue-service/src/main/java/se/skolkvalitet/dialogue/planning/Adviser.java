package se.skolkvalitet.dialogue.planning;

import java.util.UUID;

/** Someone who can take part in a meeting, and the office that he or she works from. */
public record Adviser(UUID id, String office) {}
