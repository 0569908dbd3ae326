package se.skolkvalitet.dialogue.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.skolkvalitet.dialogue.neighbour.NeighbourStore;
import se.skolkvalitet.dialogue.neighbour.ReadyOrganiser;
import se.skolkvalitet.dialogue.planning.BookedMeeting;
import se.skolkvalitet.dialogue.planning.DialogueToPlan;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.dialogue.planning.Slot;
import se.skolkvalitet.kit.db.Snapshot;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;

/** The life of a dialogue: opened with its round, planned with it, and announced at each step. */
@ApplicationScoped
public class Dialogues {
    @Inject
    DialogueRepository dialogues;

    @Inject
    MeetingRepository meetings;

    @Inject
    RoundNames rounds;

    @Inject
    NeighbourStore neighbours;

    @Inject
    Outbox outbox;

    @Inject
    Snapshot snapshot;

    /**
     * Those with whom dialogues are opened.
     *
     * @param organisers organisation numbers; none for everyone who is ready
     * @throws ProblemException 400 where one of them is unknown or not ready, or nobody is
     */
    public List<ReadyOrganiser> invited(List<String> organisers) {
        List<ReadyOrganiser> ready = neighbours.ready(organisers);
        if (ready.isEmpty() || ready.size() < new HashSet<>(organisers).size()) {
            throw ProblemException.invalid(notReady(organisers, ready));
        }
        return ready;
    }

    private List<FieldError> notReady(List<String> organisers, List<ReadyOrganiser> ready) {
        if (organisers.isEmpty()) {
            return List.of(new FieldError(
                    "organisers", "not-ready", "No organiser has an analysis document and a responsible office yet."));
        }
        Set<String> numbers = ready.stream().map(ReadyOrganiser::orgNumber).collect(Collectors.toSet());
        Set<String> known = neighbours.organisers();
        return IntStream.range(0, organisers.size())
                .filter(i -> !numbers.contains(organisers.get(i)))
                .mapToObj(i -> notReady("organisers[%d]".formatted(i), organisers.get(i), known))
                .toList();
    }

    /** Suggests nothing for an unknown one: there may be thousands. */
    private static FieldError notReady(String field, String organiser, Set<String> known) {
        return known.contains(organiser)
                ? new FieldError(
                        field,
                        "not-ready",
                        "%s is dormant, has no analysis document or no responsible office.".formatted(organiser))
                : new FieldError(field, "unknown", "There is no organiser %s.".formatted(organiser));
    }

    /** Opens the dialogues of a round, which has been written before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(RoundCode round, List<ReadyOrganiser> invited) {
        List<DialogueEntity> opened = invited.stream()
                .map(organiser -> new DialogueEntity(round, organiser))
                .toList();
        dialogues.persist(opened);
        announce(opened);
    }

    /** Gives every dialogue of a round its meetings. The database refuses what books somebody twice. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(RoundCode round, List<MeetingAssignment> meetings) {
        Map<UUID, List<MeetingAssignment>> byDialogue = meetings.stream()
                .collect(Collectors.groupingBy(meeting -> meeting.getDialogue().id()));
        List<DialogueEntity> planned = dialogues.ofRound(round);
        planned.forEach(dialogue -> dialogue.plan(byDialogue.get(dialogue.id())));
        announce(planned);
    }

    /** Flushed first: an event tells the version that is stored, and the outbox is SQL. */
    private void announce(List<DialogueEntity> changed) {
        dialogues.flush();
        outbox.addAll(
                changed.stream().map(dialogue -> event(dialogue.toDialogue())).toList());
    }

    private static Event event(Dialogue dialogue) {
        return new Event(
                Dialogue.State.TOPIC,
                Dialogue.State.TYPE,
                dialogue.id().toString(),
                dialogue.version(),
                Dialogue.State.from(dialogue));
    }

    /** @throws ProblemException 400 where the filter names a round, an office or an organiser that is not known */
    List<Dialogue> list(DialogueFilter filter, UUID after, int limit) {
        return snapshot.read(() -> page(filter, after, limit));
    }

    private List<Dialogue> page(DialogueFilter filter, UUID after, int limit) {
        Optional<RoundCode> round = Optional.ofNullable(filter.round).flatMap(rounds::resolve);
        List<FieldError> unknown = unknown(filter, round.isPresent());
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
        return dialogues.page(round.orElse(null), filter, after, limit).stream()
                .map(DialogueEntity::toDialogue)
                .toList();
    }

    private List<FieldError> unknown(DialogueFilter filter, boolean roundIsKnown) {
        List<FieldError> unknown = new ArrayList<>();
        if (filter.round != null && !roundIsKnown) {
            unknown.add(rounds.unknown("round", filter.round));
        }
        if (filter.office != null) {
            neighbours.knownOffices().fault("office", filter.office).ifPresent(unknown::add);
        }
        if (filter.organiser != null && !neighbours.knowsOrganiser(filter.organiser)) {
            unknown.add(neighbours.knownOrganisers().unknown("organiser", filter.organiser));
        }
        return unknown;
    }

    Dialogue find(UUID id) {
        return snapshot.read(() -> dialogues.get(id).toDialogue());
    }

    @Transactional
    public List<Dialogue> ofRound(RoundCode round) {
        return dialogues.ofRound(round).stream().map(DialogueEntity::toDialogue).toList();
    }

    /** What is to be planned of a round, those with most school units first. */
    @Transactional
    public List<DialogueToPlan> toPlan(RoundCode round) {
        return dialogues.toPlan(round);
    }

    /** What the dialogues of all other rounds have booked on some days, the first and the last included. */
    @Transactional
    public List<BookedMeeting> bookedByOthers(RoundCode round, LocalDate firstDay, LocalDate lastDay) {
        return meetings.ofOtherRounds(round, Slot.beginningOf(firstDay), Slot.beginningOf(lastDay.plusDays(1)));
    }
}
