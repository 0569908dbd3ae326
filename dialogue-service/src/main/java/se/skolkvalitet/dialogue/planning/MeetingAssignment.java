package se.skolkvalitet.dialogue.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** One meeting of a dialogue, and what the planner decides about it: when it is held and by whom. */
@PlanningEntity
public class MeetingAssignment {
    @PlanningId
    private String id;

    private DialogueToPlan dialogue;
    private MeetingKind kind;
    private List<Slot> possibleSlots;
    private List<Adviser> possibleAdvisers;
    private List<Adviser> possibleSpsmAdvisers;

    @PlanningVariable(valueRangeProviderRefs = "slots")
    private Slot slot;

    @PlanningVariable(valueRangeProviderRefs = "advisers")
    private Adviser adviser;

    @PlanningVariable(valueRangeProviderRefs = "spsmAdvisers")
    private Adviser spsmAdviser;

    /** For the solver, which makes copies. */
    public MeetingAssignment() {}

    public MeetingAssignment(
            DialogueToPlan dialogue,
            MeetingKind kind,
            List<Slot> possibleSlots,
            List<Adviser> possibleAdvisers,
            List<Adviser> possibleSpsmAdvisers) {
        this.id = dialogue.id() + "/" + kind.value();
        this.dialogue = dialogue;
        this.kind = kind;
        this.possibleSlots = possibleSlots;
        this.possibleAdvisers = possibleAdvisers;
        this.possibleSpsmAdvisers = possibleSpsmAdvisers;
    }

    public String getId() {
        return id;
    }

    public DialogueToPlan getDialogue() {
        return dialogue;
    }

    public MeetingKind getKind() {
        return kind;
    }

    @ValueRangeProvider(id = "slots")
    public List<Slot> getPossibleSlots() {
        return possibleSlots;
    }

    @ValueRangeProvider(id = "advisers")
    public List<Adviser> getPossibleAdvisers() {
        return possibleAdvisers;
    }

    @ValueRangeProvider(id = "spsmAdvisers")
    public List<Adviser> getPossibleSpsmAdvisers() {
        return possibleSpsmAdvisers;
    }

    public Slot getSlot() {
        return slot;
    }

    public void setSlot(Slot slot) {
        this.slot = slot;
    }

    public Adviser getAdviser() {
        return adviser;
    }

    public void setAdviser(Adviser adviser) {
        this.adviser = adviser;
    }

    public Adviser getSpsmAdviser() {
        return spsmAdviser;
    }

    public void setSpsmAdviser(Adviser spsmAdviser) {
        this.spsmAdviser = spsmAdviser;
    }

    /** The same meeting at another time or with others; this one stays as it is. */
    public MeetingAssignment at(Slot otherSlot, Adviser otherAdviser, Adviser otherSpsmAdviser) {
        MeetingAssignment other =
                new MeetingAssignment(dialogue, kind, possibleSlots, possibleAdvisers, possibleSpsmAdvisers);
        other.decide(otherSlot, otherAdviser, otherSpsmAdviser);
        return other;
    }

    /** Sets all that the planner decides. */
    void decide(Slot newSlot, Adviser newAdviser, Adviser newSpsmAdviser) {
        setSlot(newSlot);
        setAdviser(newAdviser);
        setSpsmAdviser(newSpsmAdviser);
    }

    long startsAt() {
        return slot.startsAt();
    }

    long endsAt() {
        return slot.endsAt();
    }

    /** Days from this meeting's day to another's. */
    long daysUntil(MeetingAssignment other) {
        return other.getSlot().day().toEpochDay() - slot.day().toEpochDay();
    }

    @Override
    public String toString() {
        return id;
    }
}
