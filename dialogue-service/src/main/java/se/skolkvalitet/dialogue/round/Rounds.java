package se.skolkvalitet.dialogue.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import se.skolkvalitet.dialogue.dialogue.Dialogue;
import se.skolkvalitet.dialogue.dialogue.Dialogue.Meeting;
import se.skolkvalitet.dialogue.dialogue.Dialogues;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.dialogue.dialogue.RoundNames;
import se.skolkvalitet.dialogue.neighbour.Agency;
import se.skolkvalitet.dialogue.neighbour.NeighbourStore;
import se.skolkvalitet.dialogue.neighbour.ReadyOrganiser;
import se.skolkvalitet.dialogue.planning.Adviser;
import se.skolkvalitet.dialogue.planning.BookedMeeting;
import se.skolkvalitet.dialogue.planning.DialogueToPlan;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.dialogue.planning.PlanChecker;
import se.skolkvalitet.dialogue.planning.RoundDays;
import se.skolkvalitet.dialogue.planning.RoundPlan;
import se.skolkvalitet.dialogue.planning.RoundProblem;
import se.skolkvalitet.dialogue.planning.Slot;
import se.skolkvalitet.dialogue.round.RoundRepository.Place;
import se.skolkvalitet.dialogue.round.RoundResource.RoundRequest;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.Jobs;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.InvalidValue;

/** The life of a round: opened together with its dialogues, and planned once. */
@ApplicationScoped
class Rounds implements RoundNames {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String CURRENT = "current";
    private static final String LATEST = "latest";
    private static final Set<String> STANDING_NAMES = Set.of(CURRENT, LATEST);
    private static final String EXCLUSION_VIOLATION = "23P01";

    /** Of an adviser whom no neighbour told of: no office is called this, so the plan's check finds it. */
    private static final String NO_OFFICE = "";

    @Inject
    RoundRepository rounds;

    @Inject
    Dialogues dialogues;

    @Inject
    NeighbourStore neighbours;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** @param after the place of the round before the page, null for the first page */
    @Transactional
    List<Round> list(Place after, int limit) {
        return rounds.page(after, limit);
    }

    /** @param name a round's code, {@code current} or {@code latest} */
    @Transactional
    Round find(RoundCode name) {
        return rounds.get(named(name)).toRound();
    }

    @Override
    @Transactional
    public Optional<RoundCode> resolve(RoundCode name) {
        return switch (name.value()) {
            case CURRENT -> rounds.at(LocalDate.now(clock.withZone(SWEDEN))).map(Round::code);
            case LATEST -> rounds.latest().map(Round::code);
            default -> Optional.of(name).filter(rounds::isThere);
        };
    }

    @Override
    @Transactional
    public FieldError unknown(String field, RoundCode name) {
        return STANDING_NAMES.contains(name.value())
                ? new FieldError(field, "unknown", "There is no %s.".formatted(what(name)))
                : rounds.known().unknown(field, name.value());
    }

    @Produces
    FilterCodes codes() {
        return new FilterCodes(RoundCode.class, rounds::known);
    }

    private RoundCode named(RoundCode name) {
        return resolve(name).orElseThrow(() -> ProblemException.notFound(what(name)));
    }

    private static String what(RoundCode name) {
        return switch (name.value()) {
            case CURRENT -> "round that today lies in";
            case LATEST -> "round yet";
            default -> "round " + name.value();
        };
    }

    @Transactional
    Round open(RoundRequest request) {
        if (STANDING_NAMES.contains(request.code().value())) {
            throw ProblemException.invalid(
                    "code",
                    "reserved",
                    "'%s' stands for a round in addresses; choose another code."
                            .formatted(request.code().value()));
        }
        requirePossible(request);
        if (rounds.findByIdOptional(request.code()).isPresent()) {
            throw ProblemException.conflict(
                    "There is a round %s already.".formatted(request.code().value()));
        }
        List<ReadyOrganiser> invited =
                dialogues.invited(request.organisers() == null ? List.of() : request.organisers());
        if (invited.size() > RoundRequest.MOST_ORGANISERS) {
            throw ProblemException.invalid(
                    "organisers",
                    "size",
                    "There are %d organisers to invite; name those of this round, at most %d."
                            .formatted(invited.size(), RoundRequest.MOST_ORGANISERS));
        }
        RoundEntity round = new RoundEntity(request, invited.size());
        rounds.persistAndFlush(round);
        dialogues.open(round.code(), invited);
        return round.toRound();
    }

    private static void requirePossible(RoundRequest request) {
        try {
            new RoundDays(request.firstDay(), request.lastDay());
        } catch (InvalidValue e) {
            throw ProblemException.invalid("lastDay", e.rule(), e.getMessage());
        }
    }

    /**
     * Queues the planning of an open round, unless that is under way.
     *
     * @param name a round's code, {@code current} or {@code latest}
     * @throws ProblemException 409 where the round is planned or being planned
     */
    @Transactional
    Job startPlanning(RoundCode name) {
        RoundCode code = named(name);
        RoundEntity round = rounds.lock(code);
        if (!round.isOpen()) {
            throw ProblemException.conflict("The round %s is planned already.".formatted(code.value()));
        }
        if (round.planning() != null
                && jobs.find(PlanningJob.KIND, round.planning()).finishedAt() == null) {
            throw ProblemException.conflict(
                    "The round %s is being planned; see /v1/plannings/%s.".formatted(code.value(), round.planning()));
        }
        Job job = jobs.submit(PlanningJob.KIND, new PlanningJob.Parameters(code));
        round.startPlanning(job.id());
        return job;
    }

    /** The planning problem of a round, around what other rounds have booked by now; its first plan is the greedy one. */
    @Transactional
    RoundPlan problem(RoundCode code) {
        RoundEntity round = rounds.get(code);
        return RoundProblem.of(
                new RoundDays(round.firstDay(), round.lastDay()),
                dialogues.toPlan(code),
                neighbours.activeAdvisers(Agency.SKOLVERKET),
                neighbours.activeAdvisers(Agency.SPSM),
                bookedByOthers(round));
    }

    private List<BookedMeeting> bookedByOthers(RoundEntity round) {
        return dialogues.bookedByOthers(round.code(), round.firstDay(), round.lastDay());
    }

    /**
     * @throws JobFailed where the round was planned meanwhile
     * @throws BookedMeanwhile where another round has booked the same people meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void save(RoundCode code, RoundPlan plan, OffsetDateTime now) {
        RoundEntity round = rounds.lock(code);
        if (!round.isOpen()) {
            throw new JobFailed("The round %s is planned already.".formatted(code.value()));
        }
        round.plan(plan, now);
        try {
            dialogues.plan(code, plan.getMeetings());
        } catch (ConstraintViolationException e) {
            if (EXCLUSION_VIOLATION.equals(e.getSQLState())) {
                throw new BookedMeanwhile(e);
            }
            throw e;
        }
    }

    /** @param name a round's code, {@code current} or {@code latest} */
    @Transactional
    Plan plan(RoundCode name) {
        RoundCode code = named(name);
        RoundEntity round = rounds.get(code);
        if (round.isOpen()) {
            throw ProblemException.notFound("plan of the round %s yet".formatted(code.value()));
        }
        List<Dialogue> planned = dialogues.ofRound(code);
        List<MeetingAssignment> meetings = meetings(planned);
        return new Plan(
                code,
                round.plannedAt(),
                planned.size(),
                meetings.size(),
                -round.softScore(),
                PlanChecker.conflicts(meetings, bookedByOthers(round)).stream()
                        .map(Plan.Conflict::new)
                        .toList());
    }

    private List<MeetingAssignment> meetings(List<Dialogue> planned) {
        Map<UUID, Adviser> advisers =
                neighbours.advisers().stream().collect(Collectors.toMap(Adviser::id, Function.identity()));
        return planned.stream()
                .flatMap(dialogue -> dialogue.meetings().stream().map(meeting -> meeting(dialogue, meeting, advisers)))
                .toList();
    }

    private static MeetingAssignment meeting(Dialogue dialogue, Meeting meeting, Map<UUID, Adviser> advisers) {
        Function<UUID, Adviser> known = id -> advisers.getOrDefault(id, new Adviser(id, NO_OFFICE));
        return new MeetingAssignment(
                        new DialogueToPlan(dialogue.id(), dialogue.organiser(), dialogue.office()),
                        meeting.kind(),
                        List.of(),
                        List.of(),
                        List.of())
                .at(
                        Slot.between(meeting.start(), meeting.end()),
                        known.apply(meeting.adviser()),
                        known.apply(meeting.spsmAdviser()));
    }
}
