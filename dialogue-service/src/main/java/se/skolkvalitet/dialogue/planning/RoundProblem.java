package se.skolkvalitet.dialogue.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the planning problem of a round. */
public final class RoundProblem {
    private static final int[][] DIGITAL_HOURS = {{9, 10}, {10, 11}, {11, 12}, {13, 14}, {14, 15}, {15, 16}};
    private static final int[][] HALF_DAYS = {{9, 12}, {13, 16}};
    private static final int MOST_WITHOUT_TIME = 500;

    private RoundProblem() {}

    /**
     * @param dialogues in the order in which they are planned first
     * @param advisers of Skolverket
     * @param spsmAdvisers of SPSM
     * @param booked meetings of other rounds on these days
     * @throws IllegalArgumentException where an office has dialogues but lacks advisers of an agency, or its advisers
     *     lack the time for them by far; the message names all such offices
     */
    public static RoundPlan of(
            RoundDays days,
            List<DialogueToPlan> dialogues,
            List<Adviser> advisers,
            List<Adviser> spsmAdvisers,
            List<BookedMeeting> booked) {
        Map<String, List<Adviser>> byOffice = advisers.stream().collect(Collectors.groupingBy(Adviser::office));
        Map<String, List<Adviser>> spsmByOffice = spsmAdvisers.stream().collect(Collectors.groupingBy(Adviser::office));
        requireAdvisers(dialogues, byOffice, spsmByOffice);
        List<Slot> digital = slots(days, DIGITAL_HOURS);
        List<Slot> halfDays = slots(days, HALF_DAYS);
        List<MeetingAssignment> meetings = new ArrayList<>();
        for (DialogueToPlan dialogue : dialogues) {
            for (MeetingKind kind : MeetingKind.values()) {
                meetings.add(new MeetingAssignment(
                        dialogue,
                        kind,
                        kind.isDigital() ? digital : halfDays,
                        byOffice.get(dialogue.office()),
                        spsmByOffice.get(dialogue.office())));
            }
        }
        requireTime(GreedyPlanner.plan(meetings, booked, MOST_WITHOUT_TIME));
        return new RoundPlan(meetings, booked);
    }

    /**
     * The solver mends a plan in which some meetings found no time. One in which very many did not it cannot mend, and
     * their conflicts, which are pairs, would fill the memory.
     */
    private static void requireTime(List<MeetingAssignment> withoutTime) {
        if (withoutTime.size() <= MOST_WITHOUT_TIME) {
            return;
        }
        Map<String, Long> byOffice = withoutTime.stream()
                .collect(Collectors.groupingBy(
                        meeting -> meeting.getDialogue().office(), TreeMap::new, Collectors.counting()));
        throw new IllegalArgumentException(
                "For %d meetings there is no time at which advisers of their office are free (%s); the round needs more time or advisers."
                        .formatted(
                                withoutTime.size(),
                                byOffice.entrySet().stream()
                                        .map(office -> office.getKey() + " " + office.getValue())
                                        .collect(Collectors.joining(", "))));
    }

    private static void requireAdvisers(
            List<DialogueToPlan> dialogues,
            Map<String, List<Adviser>> byOffice,
            Map<String, List<Adviser>> spsmByOffice) {
        List<String> lacking = dialogues.stream()
                .map(DialogueToPlan::office)
                .distinct()
                .filter(office -> !byOffice.containsKey(office) || !spsmByOffice.containsKey(office))
                .sorted()
                .toList();
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException(
                    "These offices need an adviser of Skolverket and one of SPSM: " + String.join(", ", lacking));
        }
    }

    private static List<Slot> slots(RoundDays days, int[][] hours) {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate day : days.working()) {
            for (int[] hour : hours) {
                slots.add(new Slot(day, hour[0], hour[1]));
            }
        }
        return slots;
    }
}
