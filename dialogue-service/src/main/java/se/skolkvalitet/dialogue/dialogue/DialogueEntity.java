package se.skolkvalitet.dialogue.dialogue;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import se.skolkvalitet.dialogue.dialogue.Dialogue.AnalysisLink;
import se.skolkvalitet.dialogue.dialogue.Dialogue.Meeting;
import se.skolkvalitet.dialogue.neighbour.ReadyOrganiser;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.kit.time.Ids;

/** A dialogue in the database, with its meetings. */
@Entity
@Table(name = "dialogue")
class DialogueEntity {
    /** The meetings of a whole page come by one statement, with those of the one dialogue more that is fetched. */
    private static final int LARGEST_PAGE = 1001;

    @Id
    private UUID id;

    private RoundCode round;
    private String organiser;
    private String organiserName;
    private String office;
    private DialogueState state = DialogueState.INVITED;
    private String analysisRelease;
    private String analysisLink;
    private int schoolUnits;
    private List<String> schoolForms;

    @Version
    private long version = 1;

    @OneToMany(mappedBy = "dialogue", cascade = CascadeType.PERSIST)
    @BatchSize(size = LARGEST_PAGE)
    private List<MeetingEntity> meetings = new ArrayList<>();

    protected DialogueEntity() {}

    DialogueEntity(RoundCode round, ReadyOrganiser invited) {
        this.id = Ids.next();
        this.round = round;
        this.organiser = invited.orgNumber();
        this.organiserName = invited.name();
        this.office = invited.office();
        this.analysisRelease = invited.release();
        this.analysisLink = invited.link();
        this.schoolUnits = invited.schoolUnits();
        this.schoolForms = List.copyOf(invited.schoolForms());
    }

    /** Takes up the meetings that were planned for it. */
    void plan(List<MeetingAssignment> planned) {
        planned.forEach(meeting -> meetings.add(new MeetingEntity(this, meeting)));
        this.state = DialogueState.PLANNED;
    }

    UUID id() {
        return id;
    }

    String organiser() {
        return organiser;
    }

    Dialogue toDialogue() {
        return new Dialogue(
                id,
                round,
                organiser,
                organiserName,
                office,
                state,
                new AnalysisLink(analysisRelease, analysisLink, schoolUnits, List.copyOf(schoolForms)),
                meetings.stream()
                        .map(MeetingEntity::toMeeting)
                        .sorted(Comparator.comparing(Meeting::start))
                        .toList(),
                version);
    }
}
