package se.skolkvalitet.dialogue.round;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.dialogue.planning.RoundPlan;
import se.skolkvalitet.dialogue.round.RoundResource.RoundRequest;

/** A round in the database. Its dialogues know it by its code. */
@Entity
@Table(name = "round")
class RoundEntity {
    @Id
    private RoundCode code;

    private String name;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private RoundState state = RoundState.OPEN;

    /** Stored and not counted, so that the version stands for all that is told of a round. */
    private long dialogues;

    private UUID planning;
    private Integer hardScore;
    private Integer softScore;
    private OffsetDateTime plannedAt;

    @Version
    private long version = 1;

    protected RoundEntity() {}

    RoundEntity(RoundRequest request, int dialogues) {
        this.code = request.code();
        this.name = request.name();
        this.firstDay = request.firstDay();
        this.lastDay = request.lastDay();
        this.dialogues = dialogues;
    }

    void startPlanning(UUID job) {
        this.planning = job;
    }

    void plan(RoundPlan plan, OffsetDateTime now) {
        this.state = RoundState.PLANNED;
        this.hardScore = plan.getScore().hardScore();
        this.softScore = plan.getScore().softScore();
        this.plannedAt = now;
    }

    RoundCode code() {
        return code;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    boolean isOpen() {
        return state == RoundState.OPEN;
    }

    /** The latest planning job, null before the first. */
    UUID planning() {
        return planning;
    }

    OffsetDateTime plannedAt() {
        return plannedAt;
    }

    int softScore() {
        return softScore;
    }

    Round toRound() {
        return new Round(code, name, firstDay, lastDay, state, dialogues, planning, plannedAt, version);
    }
}
