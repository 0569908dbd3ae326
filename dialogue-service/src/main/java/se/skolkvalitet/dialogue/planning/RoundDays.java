package se.skolkvalitet.dialogue.planning;

import java.time.LocalDate;
import java.util.List;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * The days of a round, on which all its meetings are held. At least as many as the meetings of one dialogue are apart,
 * and at most three years, twice the time in which the whole country has its dialogues with ease: rounds come again and
 * again, and the planner keeps every hour of every day in memory.
 */
public record RoundDays(LocalDate first, LocalDate last) {
    private static final int FEWEST = Gaps.INTRODUCTION_TO_DIALOGUE_LEAST + Gaps.DIALOGUE_TO_FEEDBACK_LEAST;
    private static final int MOST_YEARS = 3;

    /** @throws InvalidValue with the rule {@code order} or {@code range}, where the last day does not suit the first */
    public RoundDays {
        if (!last.isAfter(first)) {
            throw new InvalidValue("order", "The last day must be after the first.");
        }
        LocalDate earliest = first.plusDays(FEWEST);
        LocalDate latest = first.plusYears(MOST_YEARS);
        if (last.isBefore(earliest) || last.isAfter(latest)) {
            throw new InvalidValue(
                    "range",
                    "A round lasts from five weeks to three years; one that begins on %s ends from %s to %s.",
                    first,
                    earliest,
                    latest);
        }
    }

    List<LocalDate> working() {
        return WorkingDays.between(first, last);
    }
}
