package se.skolkvalitet.dialogue.round;

import java.time.OffsetDateTime;
import java.util.List;
import se.skolkvalitet.dialogue.dialogue.RoundCode;

/**
 * The plan of a round, in figures. Its meetings are with the dialogues.
 *
 * @param penalty what the plan costs by the wishes that it does not fulfil; the less the better. Only plans of the same
 *     round by the same version can be compared by it
 * @param conflicts rules that it breaks now, as an independent checker finds them; none when it was saved
 */
public record Plan(
        RoundCode round,
        OffsetDateTime plannedAt,
        long dialogues,
        long meetings,
        int penalty,
        List<Conflict> conflicts) {
    /** @param message the rule and who meets whom when, in a sentence */
    public record Conflict(String message) {}
}
