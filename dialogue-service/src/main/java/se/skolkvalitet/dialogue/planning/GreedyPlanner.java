package se.skolkvalitet.dialogue.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans one meeting after the other at the first time that keeps the rules, with the adviser who has fewest meetings.
 * Gives the solver a plan to begin with: complete, and without conflicts unless there is too little time or too few
 * advisers.
 */
final class GreedyPlanner {
    private final Map<Adviser, Set<Slot>> taken = new HashMap<>();

    private GreedyPlanner() {}

    static void plan(List<MeetingAssignment> meetings) {
        GreedyPlanner planner = new GreedyPlanner();
        Map<DialogueToPlan, List<MeetingAssignment>> dialogues = new LinkedHashMap<>();
        meetings.forEach(meeting -> dialogues
                .computeIfAbsent(meeting.getDialogue(), none -> new ArrayList<>())
                .add(meeting));
        dialogues.values().forEach(planner::planDialogue);
    }

    private void planDialogue(List<MeetingAssignment> meetings) {
        meetings.sort(Comparator.comparing(MeetingAssignment::getKind));
        Adviser adviser = leastTaken(meetings.get(0).getPossibleAdvisers());
        Adviser spsmAdviser = leastTaken(meetings.get(0).getPossibleSpsmAdvisers());
        MeetingAssignment before = null;
        for (MeetingAssignment meeting : meetings) {
            Slot slot = firstFree(meeting, before, adviser, spsmAdviser);
            meeting.decide(slot, adviser, spsmAdviser);
            taken.computeIfAbsent(adviser, none -> new TreeSet<>()).add(slot);
            taken.computeIfAbsent(spsmAdviser, none -> new TreeSet<>()).add(slot);
            before = meeting;
        }
    }

    private Adviser leastTaken(List<Adviser> advisers) {
        return advisers.stream()
                .min(Comparator.comparing(
                        adviser -> taken.getOrDefault(adviser, Set.of()).size()))
                .orElseThrow();
    }

    /** The last possible slot where none is free; the solver, or the checker, then finds the conflict. */
    private Slot firstFree(MeetingAssignment meeting, MeetingAssignment before, Adviser adviser, Adviser spsmAdviser) {
        List<Slot> slots = meeting.getPossibleSlots();
        return slots.stream()
                .filter(slot -> before == null || isLateEnough(meeting, before, slot))
                .filter(slot -> isFree(adviser, slot) && isFree(spsmAdviser, slot))
                .findFirst()
                .orElse(slots.get(slots.size() - 1));
    }

    private static boolean isLateEnough(MeetingAssignment meeting, MeetingAssignment before, Slot slot) {
        int gap = meeting.getKind() == MeetingKind.DIALOGUE
                ? Gaps.INTRODUCTION_TO_DIALOGUE_LEAST
                : Gaps.DIALOGUE_TO_FEEDBACK_LEAST;
        return !slot.day().isBefore(before.getSlot().day().plusDays(gap));
    }

    private boolean isFree(Adviser adviser, Slot slot) {
        return taken.getOrDefault(adviser, Set.of()).stream().noneMatch(slot::overlaps);
    }
}
