package se.skolkvalitet.dialogue.round;

import java.time.OffsetDateTime;
import java.util.List;
import se.skolkvalitet.dialogue.dialogue.RoundCode;

/**
 * The plan of a round, in figures. Its meetings are with the dialogues.
 *
 * @param softScore what the plan costs by the soft constraints, as a negative number; higher is better
 * @param conflicts broken rules, each in a sentence; none in a plan that was saved
 */
public record Plan(
        RoundCode round,
        OffsetDateTime plannedAt,
        long dialogues,
        long meetings,
        int hardScore,
        int softScore,
        List<String> conflicts) {}
