package se.skolkvalitet.dialogue.dialogue;

import java.util.Optional;
import se.skolkvalitet.kit.problem.FieldError;

/** What dialogues need to know of rounds, which are made of dialogues and not known to them. */
public interface RoundNames {
    /**
     * The round that a filter asks for.
     *
     * @param name a code, {@code current} or {@code latest}
     * @return none where there is no such round
     */
    Optional<RoundCode> resolve(RoundCode name);

    /** What is said of a filter by a name that none of the rounds has. */
    FieldError unknown(String field, RoundCode name);
}
