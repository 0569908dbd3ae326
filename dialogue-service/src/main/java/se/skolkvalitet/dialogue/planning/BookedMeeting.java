package se.skolkvalitet.dialogue.planning;

import java.util.UUID;

/** A meeting of another round, which stays where it is: whoever takes part in it is not free then. */
public record BookedMeeting(UUID adviser, UUID spsmAdviser, String organiser, Slot slot) {
    long startsAt() {
        return slot.startsAt();
    }

    long endsAt() {
        return slot.endsAt();
    }
}
