package se.skolkvalitet.dialogue.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Small plans for tests. */
final class PlanningFixtures {
    static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);
    static final Adviser SOLNA = new Adviser(new UUID(0, 1), "solna");
    static final Adviser SOLNA_TOO = new Adviser(new UUID(0, 2), "solna");
    static final Adviser SPSM = new Adviser(new UUID(0, 3), "solna");
    static final Adviser SPSM_TOO = new Adviser(new UUID(0, 4), "solna");
    static final Adviser UMEA = new Adviser(new UUID(0, 5), "umea");

    private PlanningFixtures() {}

    static DialogueToPlan dialogue(int number) {
        return new DialogueToPlan(new UUID(1, number), "organiser " + number, "solna");
    }

    static MeetingAssignment meeting(DialogueToPlan dialogue, MeetingKind kind, LocalDate day, int from, int to) {
        return new MeetingAssignment(dialogue, kind, List.of(), List.of(), List.of())
                .at(new Slot(day, from, to), SOLNA, SPSM);
    }

    static BookedMeeting booked(
            Adviser adviser, Adviser spsmAdviser, String organiser, LocalDate day, int from, int to) {
        return new BookedMeeting(adviser.id(), spsmAdviser.id(), organiser, new Slot(day, from, to));
    }

    /** A dialogue whose three meetings keep every rule. */
    static List<MeetingAssignment> held(DialogueToPlan dialogue, LocalDate first) {
        return List.of(
                meeting(dialogue, MeetingKind.INTRODUCTION, first, 9, 10),
                meeting(dialogue, MeetingKind.DIALOGUE, first.plusDays(14), 9, 12),
                meeting(dialogue, MeetingKind.FEEDBACK, first.plusDays(35), 9, 10));
    }
}
