package se.skolkvalitet.dialogue.dialogue;

import jakarta.annotation.Nullable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.dialogue.planning.MeetingKind;

/**
 * A quality dialogue with one organiser.
 *
 * @param office that answers for the organiser
 * @param meetings in their order; none before the round is planned
 */
public record Dialogue(
        UUID id,
        RoundCode round,
        String organiser,
        String organiserName,
        String office,
        DialogueState state,
        AnalysisLink analysis,
        List<Meeting> meetings,
        long version) {

    /**
     * The analysis document that the dialogue is about.
     *
     * @param link path in the API of indicator-service
     * @param schoolUnits how many the document is about
     */
    public record AnalysisLink(String release, String link, int schoolUnits, List<String> schoolForms) {}

    /**
     * One of the three meetings. Advisers are known by ids here.
     *
     * @param spsmAdviser of every meeting today; a reader must not rest on it, since SPSM does not meet its own schools
     */
    public record Meeting(
            UUID id,
            MeetingKind kind,
            OffsetDateTime start,
            OffsetDateTime end,
            boolean digital,
            UUID adviser,
            @Nullable UUID spsmAdviser) {}

    /** What the event about a dialogue says. */
    record State(
            UUID id,
            RoundCode round,
            String organiser,
            String office,
            DialogueState state,
            AnalysisReference analysis,
            List<Meeting> meetings) {
        static final String TOPIC = "dialogue.dialogues";
        static final String TYPE = "se.skolkvalitet.dialogue.dialogue.v1";

        record AnalysisReference(String release, String link) {}

        static State from(Dialogue dialogue) {
            return new State(
                    dialogue.id(),
                    dialogue.round(),
                    dialogue.organiser(),
                    dialogue.office(),
                    dialogue.state(),
                    new AnalysisReference(
                            dialogue.analysis().release(), dialogue.analysis().link()),
                    dialogue.meetings());
        }
    }
}
