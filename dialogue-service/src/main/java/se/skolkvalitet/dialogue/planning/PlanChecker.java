package se.skolkvalitet.dialogue.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for hard conflicts in a plan without the solver's constraints, so that an error there cannot hide itself. Every
 * plan is checked before it is saved.
 */
public final class PlanChecker {
    private final List<String> conflicts = new ArrayList<>();

    private PlanChecker() {}

    /**
     * @param booked meetings of other rounds on the same days
     * @return each conflict in a sentence; none for a plan that can be held
     */
    public static List<String> conflicts(List<MeetingAssignment> meetings, List<BookedMeeting> booked) {
        PlanChecker checker = new PlanChecker();
        checker.checkComplete(meetings);
        if (checker.conflicts.isEmpty()) {
            checker.checkNobodyIsTwiceAtOnce(
                    "adviser", meetings, meeting -> meeting.getAdviser().id());
            checker.checkNobodyIsTwiceAtOnce("SPSM adviser", meetings, meeting -> meeting.getSpsmAdviser()
                    .id());
            checker.checkNobodyIsTwiceAtOnce(
                    "organiser", meetings, meeting -> meeting.getDialogue().organiser());
            checker.checkNobodyIsInAnotherRound(
                    "adviser", meetings, meeting -> meeting.getAdviser().id(), booked, BookedMeeting::adviser);
            checker.checkNobodyIsInAnotherRound(
                    "SPSM adviser",
                    meetings,
                    meeting -> meeting.getSpsmAdviser().id(),
                    booked,
                    BookedMeeting::spsmAdviser);
            checker.checkNobodyIsInAnotherRound(
                    "organiser",
                    meetings,
                    meeting -> meeting.getDialogue().organiser(),
                    booked,
                    BookedMeeting::organiser);
            meetings.forEach(checker::checkMeeting);
            byDialogue(meetings).values().forEach(checker::checkOrder);
        }
        return List.copyOf(checker.conflicts);
    }

    private void checkComplete(List<MeetingAssignment> meetings) {
        for (MeetingAssignment meeting : meetings) {
            if (meeting.getSlot() == null || meeting.getAdviser() == null || meeting.getSpsmAdviser() == null) {
                conflicts.add("%s has no time or not both advisers".formatted(meeting));
            }
        }
        byDialogue(meetings).forEach((dialogue, kinds) -> {
            if (kinds.size() != MeetingKind.values().length) {
                conflicts.add("%s does not have three meetings".formatted(dialogue.id()));
            }
        });
    }

    private <K> void checkNobodyIsTwiceAtOnce(
            String who, List<MeetingAssignment> meetings, Function<MeetingAssignment, K> person) {
        Map<K, List<MeetingAssignment>> perPerson = meetings.stream().collect(Collectors.groupingBy(person));
        perPerson.forEach((key, theirs) -> {
            for (int i = 0; i < theirs.size(); i++) {
                for (int j = i + 1; j < theirs.size(); j++) {
                    if (theirs.get(i).getSlot().overlaps(theirs.get(j).getSlot())) {
                        conflicts.add(
                                "%s %s is in %s and %s at once".formatted(who, key, theirs.get(i), theirs.get(j)));
                    }
                }
            }
        });
    }

    private <K> void checkNobodyIsInAnotherRound(
            String who,
            List<MeetingAssignment> meetings,
            Function<MeetingAssignment, K> person,
            List<BookedMeeting> booked,
            Function<BookedMeeting, K> bookedPerson) {
        Map<K, List<BookedMeeting>> perPerson = booked.stream().collect(Collectors.groupingBy(bookedPerson));
        for (MeetingAssignment meeting : meetings) {
            K key = person.apply(meeting);
            boolean elsewhere = perPerson.getOrDefault(key, List.of()).stream()
                    .anyMatch(other -> other.slot().overlaps(meeting.getSlot()));
            if (elsewhere) {
                conflicts.add("%s %s is in %s and in a meeting of another round at once".formatted(who, key, meeting));
            }
        }
    }

    private void checkMeeting(MeetingAssignment meeting) {
        String office = meeting.getDialogue().office();
        if (!meeting.getAdviser().office().equals(office)
                || !meeting.getSpsmAdviser().office().equals(office)) {
            conflicts.add("%s has an adviser of another office than %s".formatted(meeting, office));
        }
        if (!WorkingDays.isWorkingDay(meeting.getSlot().day())) {
            conflicts.add("%s is on %s, a day off"
                    .formatted(meeting, meeting.getSlot().day()));
        }
    }

    private void checkOrder(Map<MeetingKind, MeetingAssignment> kinds) {
        MeetingAssignment dialogue = kinds.get(MeetingKind.DIALOGUE);
        long before = kinds.get(MeetingKind.INTRODUCTION).daysUntil(dialogue);
        long after = dialogue.daysUntil(kinds.get(MeetingKind.FEEDBACK));
        if (before < Gaps.INTRODUCTION_TO_DIALOGUE_LEAST) {
            conflicts.add("%s is %d days after its introduction".formatted(dialogue, before));
        }
        if (after < Gaps.DIALOGUE_TO_FEEDBACK_LEAST || after > Gaps.DIALOGUE_TO_FEEDBACK_MOST) {
            conflicts.add("the feedback meeting is %d days after %s".formatted(after, dialogue));
        }
    }

    private static Map<DialogueToPlan, Map<MeetingKind, MeetingAssignment>> byDialogue(
            List<MeetingAssignment> meetings) {
        Map<DialogueToPlan, Map<MeetingKind, MeetingAssignment>> dialogues = new HashMap<>();
        for (MeetingAssignment meeting : meetings) {
            dialogues
                    .computeIfAbsent(meeting.getDialogue(), none -> new EnumMap<>(MeetingKind.class))
                    .put(meeting.getKind(), meeting);
        }
        return dialogues;
    }
}
