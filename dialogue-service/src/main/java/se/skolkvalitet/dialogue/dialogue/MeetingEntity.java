package se.skolkvalitet.dialogue.dialogue;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import se.skolkvalitet.dialogue.dialogue.Dialogue.Meeting;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.dialogue.planning.MeetingKind;
import se.skolkvalitet.kit.time.Ids;

/** A meeting of a dialogue in the database, which refuses one that books somebody twice. */
@Entity
@Table(name = "meeting")
class MeetingEntity {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "dialogue")
    private DialogueEntity dialogue;

    /** Of the dialogue; stands here for the constraint. */
    private String organiser;

    private MeetingKind kind;
    private Instant startsAt;
    private Instant endsAt;
    private boolean digital;
    private UUID adviser;
    private UUID spsmAdviser;

    protected MeetingEntity() {}

    MeetingEntity(DialogueEntity dialogue, MeetingAssignment planned) {
        this.id = Ids.next();
        this.dialogue = dialogue;
        this.organiser = dialogue.organiser();
        this.kind = planned.getKind();
        this.startsAt = planned.getSlot().start().toInstant();
        this.endsAt = planned.getSlot().end().toInstant();
        this.digital = planned.getKind().isDigital();
        this.adviser = planned.getAdviser().id();
        this.spsmAdviser = planned.getSpsmAdviser().id();
    }

    Meeting toMeeting() {
        return new Meeting(
                id,
                kind,
                startsAt.atOffset(ZoneOffset.UTC),
                endsAt.atOffset(ZoneOffset.UTC),
                digital,
                adviser,
                spsmAdviser);
    }
}
