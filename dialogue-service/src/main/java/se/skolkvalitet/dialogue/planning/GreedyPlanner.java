package se.skolkvalitet.dialogue.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans one meeting after the other at the first time that keeps the rules, with the adviser who has least to do.
 * Gives the solver a plan to begin with: complete, and without conflicts unless there is too little time or too few
 * advisers.
 */
final class GreedyPlanner {
    /** The hours that are taken, as slots count them, by an adviser's id or an organiser's number. */
    private final Map<Object, Set<Long>> taken = new HashMap<>();

    private final List<MeetingAssignment> withoutTime = new ArrayList<>();

    private GreedyPlanner() {}

    /** @return those for which it found no time at which their advisers are free, and which are in conflicts now */
    static List<MeetingAssignment> plan(List<MeetingAssignment> meetings, List<BookedMeeting> booked) {
        GreedyPlanner planner = new GreedyPlanner();
        booked.forEach(
                meeting -> planner.take(meeting.slot(), meeting.adviser(), meeting.spsmAdviser(), meeting.organiser()));
        Map<DialogueToPlan, List<MeetingAssignment>> dialogues = new LinkedHashMap<>();
        meetings.forEach(meeting -> dialogues
                .computeIfAbsent(meeting.getDialogue(), none -> new ArrayList<>())
                .add(meeting));
        dialogues.values().forEach(planner::planDialogue);
        return planner.withoutTime;
    }

    private void planDialogue(List<MeetingAssignment> meetings) {
        meetings.sort(Comparator.comparing(MeetingAssignment::getKind));
        Adviser adviser = leastTaken(meetings.get(0).getPossibleAdvisers());
        Adviser spsmAdviser = leastTaken(meetings.get(0).getPossibleSpsmAdvisers());
        MeetingAssignment before = null;
        for (MeetingAssignment meeting : meetings) {
            Slot slot = firstFree(meeting, before, adviser, spsmAdviser);
            meeting.decide(slot, adviser, spsmAdviser);
            take(slot, adviser.id(), spsmAdviser.id(), meeting.getDialogue().organiser());
            before = meeting;
        }
    }

    private Adviser leastTaken(List<Adviser> advisers) {
        return advisers.stream()
                .min(Comparator.comparing(adviser -> taken(adviser.id()).size()))
                .orElseThrow();
    }

    /** The last possible slot where none is free; the solver, or the checker, then finds the conflict. */
    private Slot firstFree(MeetingAssignment meeting, MeetingAssignment before, Adviser adviser, Adviser spsmAdviser) {
        List<Slot> slots = meeting.getPossibleSlots();
        return slots.stream()
                .filter(slot -> before == null || isLateEnough(meeting, before, slot))
                .filter(slot -> isFree(adviser.id(), slot)
                        && isFree(spsmAdviser.id(), slot)
                        && isFree(meeting.getDialogue().organiser(), slot))
                .findFirst()
                .orElseGet(() -> {
                    withoutTime.add(meeting);
                    return slots.get(slots.size() - 1);
                });
    }

    private static boolean isLateEnough(MeetingAssignment meeting, MeetingAssignment before, Slot slot) {
        int gap = meeting.getKind() == MeetingKind.DIALOGUE
                ? Gaps.INTRODUCTION_TO_DIALOGUE_LEAST
                : Gaps.DIALOGUE_TO_FEEDBACK_LEAST;
        return !slot.day().isBefore(before.getSlot().day().plusDays(gap));
    }

    private void take(Slot slot, Object... whoMeet) {
        for (Object who : whoMeet) {
            slot.hours().forEach(taken.computeIfAbsent(who, none -> new HashSet<>())::add);
        }
    }

    private boolean isFree(Object who, Slot slot) {
        return slot.hours().noneMatch(taken(who)::contains);
    }

    private Set<Long> taken(Object who) {
        return taken.getOrDefault(who, Set.of());
    }
}
