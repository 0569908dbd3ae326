package se.skolkvalitet.dialogue.planning;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans one dialogue after the other at the first times that keep the rules, with the pair of advisers who have least to
 * do of those that have time for all its meetings. Gives the solver a plan to begin with: complete, and without conflicts
 * unless there is too little time or too few advisers.
 */
final class GreedyPlanner {
    /** The hours that are taken, as slots count them, by an adviser's id or an organiser's number. */
    private final Map<Object, Set<Long>> taken = new HashMap<>();

    /** How many hours somebody has meetings; more than are taken where some are at once. */
    private final Map<Object, Integer> load = new HashMap<>();

    private final List<MeetingAssignment> withoutTime = new ArrayList<>();
    private final int mostWithoutTime;

    private GreedyPlanner(int mostWithoutTime) {
        this.mostWithoutTime = mostWithoutTime;
    }

    /**
     * @param mostWithoutTime when there are more, it is not looked for others who may have time
     * @return those for which it found no time at which any of their advisers are free, and which are in conflicts now
     */
    static List<MeetingAssignment> plan(
            List<MeetingAssignment> meetings, List<BookedMeeting> booked, int mostWithoutTime) {
        GreedyPlanner planner = new GreedyPlanner(mostWithoutTime);
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
        List<Adviser> advisers = leastLoadedFirst(meetings.get(0).getPossibleAdvisers());
        List<Adviser> spsmAdvisers = leastLoadedFirst(meetings.get(0).getPossibleSpsmAdvisers());
        for (Adviser adviser : advisers) {
            for (Adviser spsmAdviser : spsmAdvisers) {
                if (haveTime(meetings, adviser, spsmAdviser)) {
                    takeAll(meetings);
                    return;
                }
            }
        }
        planWithoutTime(meetings, advisers.get(0), spsmAdvisers.get(0));
    }

    private List<Adviser> leastLoadedFirst(List<Adviser> advisers) {
        return advisers.stream()
                .sorted(Comparator.comparing(adviser -> load.getOrDefault(adviser.id(), 0)))
                .limit(withoutTime.size() > mostWithoutTime ? 1 : advisers.size())
                .toList();
    }

    /** Decides the meetings as far as the two have time for them. */
    private boolean haveTime(List<MeetingAssignment> meetings, Adviser adviser, Adviser spsmAdviser) {
        MeetingAssignment before = null;
        for (MeetingAssignment meeting : meetings) {
            Optional<Slot> slot = firstFree(meeting, before, adviser, spsmAdviser);
            if (slot.isEmpty()) {
                return false;
            }
            meeting.decide(slot.get(), adviser, spsmAdviser);
            before = meeting;
        }
        return true;
    }

    /** In the last possible slot where none is free; the solver, or the checker, then finds the conflict. */
    private void planWithoutTime(List<MeetingAssignment> meetings, Adviser adviser, Adviser spsmAdviser) {
        MeetingAssignment before = null;
        for (MeetingAssignment meeting : meetings) {
            Optional<Slot> slot = firstFree(meeting, before, adviser, spsmAdviser);
            if (slot.isEmpty()) {
                withoutTime.add(meeting);
            }
            List<Slot> slots = meeting.getPossibleSlots();
            meeting.decide(slot.orElse(slots.get(slots.size() - 1)), adviser, spsmAdviser);
            before = meeting;
        }
        takeAll(meetings);
    }

    private Optional<Slot> firstFree(
            MeetingAssignment meeting, MeetingAssignment before, Adviser adviser, Adviser spsmAdviser) {
        return meeting.getPossibleSlots().stream()
                .filter(slot -> before == null || keepsTheGap(meeting, before, slot))
                .filter(slot -> isFree(adviser.id(), slot)
                        && isFree(spsmAdviser.id(), slot)
                        && isFree(meeting.getDialogue().organiser(), slot))
                .findFirst();
    }

    private static boolean keepsTheGap(MeetingAssignment meeting, MeetingAssignment before, Slot slot) {
        long days = ChronoUnit.DAYS.between(before.getSlot().day(), slot.day());
        return meeting.getKind() == MeetingKind.DIALOGUE
                ? days >= Gaps.INTRODUCTION_TO_DIALOGUE_LEAST
                : days >= Gaps.DIALOGUE_TO_FEEDBACK_LEAST && days <= Gaps.DIALOGUE_TO_FEEDBACK_MOST;
    }

    private void takeAll(List<MeetingAssignment> meetings) {
        meetings.forEach(meeting -> take(
                meeting.getSlot(),
                meeting.getAdviser().id(),
                meeting.getSpsmAdviser().id(),
                meeting.getDialogue().organiser()));
    }

    private void take(Slot slot, Object... whoMeet) {
        for (Object who : whoMeet) {
            slot.hours().forEach(taken.computeIfAbsent(who, none -> new HashSet<>())::add);
            load.merge(who, (int) slot.hours().count(), Integer::sum);
        }
    }

    private boolean isFree(Object who, Slot slot) {
        return slot.hours().noneMatch(taken.getOrDefault(who, Set.of())::contains);
    }
}
