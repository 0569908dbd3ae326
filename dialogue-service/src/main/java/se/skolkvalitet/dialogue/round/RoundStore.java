package se.skolkvalitet.dialogue.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.dialogue.dialogue.DialogueStore;
import se.skolkvalitet.dialogue.planning.Adviser;
import se.skolkvalitet.dialogue.planning.DialogueToPlan;
import se.skolkvalitet.dialogue.planning.MeetingAssignment;
import se.skolkvalitet.dialogue.planning.MeetingKind;
import se.skolkvalitet.dialogue.planning.PlanChecker;
import se.skolkvalitet.dialogue.planning.RoundPlan;
import se.skolkvalitet.dialogue.planning.RoundProblem;
import se.skolkvalitet.dialogue.planning.Slot;
import se.skolkvalitet.dialogue.round.RoundResource.RoundRequest;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.time.Ids;

/** Rounds and their plans in the database. */
@ApplicationScoped
class RoundStore {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String OPEN_DIALOGUES = Sql.load(RoundStore.class, "open-dialogues");
    private static final String MEETINGS = Sql.load(RoundStore.class, "select-meetings");
    private static final String SELECT = "select code, name, first_day, last_day, state, planned_at,"
            + " (select count(*) from dialogue where dialogue.round = round.code) as dialogues from round";

    private static final RowMapper<MeetingAssignment> MEETING = (row, context) -> {
        DialogueToPlan dialogue = new DialogueToPlan(
                row.getObject("dialogue", UUID.class), row.getString("organiser"), row.getString("office"));
        ZonedDateTime start = row.getObject("start", OffsetDateTime.class).atZoneSameInstant(SWEDEN);
        ZonedDateTime end = row.getObject("end", OffsetDateTime.class).atZoneSameInstant(SWEDEN);
        MeetingKind kind = Codes.parse(MeetingKind.class, row.getString("kind"));
        return new MeetingAssignment(dialogue, kind, List.of(), List.of(), List.of())
                .at(
                        new Slot(start.toLocalDate(), start.getHour(), end.getHour()),
                        new Adviser(row.getObject("adviser", UUID.class), row.getString("adviser_office")),
                        new Adviser(row.getObject("spsm_adviser", UUID.class), row.getString("spsm_office")));
    };

    @Inject
    Jdbi jdbi;

    @Inject
    DialogueStore dialogues;

    private record Scores(int hardScore, int softScore) {}

    List<Round> list() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by first_day, code")
                .mapTo(Round.class)
                .list());
    }

    Round find(RoundCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where code = :code")
                        .bind("code", code)
                        .mapTo(Round.class)
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound("round " + code.value()));
    }

    void requireOpen(RoundCode code) {
        if (!find(code).state().equals("open")) {
            throw ProblemException.conflict("The round %s is planned already.".formatted(code.value()));
        }
    }

    @Transactional
    Round open(RoundRequest request) {
        if (!request.lastDay().isAfter(request.firstDay())) {
            throw ProblemException.invalid("lastDay", "order", "The last day must be after the first.");
        }
        jdbi.useHandle(handle -> {
            insert(handle, request);
            List<String> organisers = request.organisers() == null ? List.of() : request.organisers();
            int opened = handle.createUpdate(OPEN_DIALOGUES)
                    .bind("round", request.code())
                    .bindArray("organisers", String.class, organisers)
                    .execute();
            if (opened == 0 || opened < new HashSet<>(organisers).size()) {
                throw ProblemException.invalid(notReady(handle, organisers));
            }
        });
        dialogues.announce(request.code().value());
        return find(request.code());
    }

    private static void insert(Handle handle, RoundRequest request) {
        int inserted = handle.createUpdate("insert into round (code, name, first_day, last_day, state)"
                        + " values (:code, :name, :firstDay, :lastDay, 'open') on conflict do nothing")
                .bind("code", request.code())
                .bind("name", request.name())
                .bind("firstDay", request.firstDay())
                .bind("lastDay", request.lastDay())
                .execute();
        if (inserted == 0) {
            throw ProblemException.conflict(
                    "There is a round %s already.".formatted(request.code().value()));
        }
    }

    private static List<FieldError> notReady(Handle handle, List<String> organisers) {
        Set<String> ready = handle.createQuery(
                        "select org_number from organiser join analysis on organiser = org_number"
                                + " where office is not null")
                .mapTo(String.class)
                .set();
        List<FieldError> errors = organisers.stream()
                .filter(organiser -> !ready.contains(organiser))
                .map(organiser -> new FieldError(
                        "organisers",
                        "not-ready",
                        "%s is unknown, has no analysis document or no responsible office.".formatted(organiser)))
                .toList();
        FieldError nobody = new FieldError(
                "organisers", "not-ready", "No organiser has an analysis document and a responsible office yet.");
        return errors.isEmpty() ? List.of(nobody) : errors;
    }

    /** The planning problem of a round; its first plan is the greedy one. */
    RoundPlan problem(RoundCode code) {
        Round round = find(code);
        return jdbi.withHandle(handle -> RoundProblem.of(
                round.firstDay(),
                round.lastDay(),
                handle.createQuery("select id, organiser, office from dialogue where round = :round"
                                + " order by school_units desc, organiser")
                        .bind("round", code)
                        .mapTo(DialogueToPlan.class)
                        .list(),
                advisers(handle, "skolverket"),
                advisers(handle, "spsm")));
    }

    private static List<Adviser> advisers(Handle handle, String agency) {
        return handle.createQuery("select id, office from adviser where agency = :agency and active order by id")
                .bind("agency", agency)
                .mapTo(Adviser.class)
                .list();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void save(RoundCode code, RoundPlan plan, OffsetDateTime now) {
        jdbi.useHandle(handle -> {
            int planned = handle.createUpdate("update round set state = 'planned', hard_score = :hard,"
                            + " soft_score = :soft, planned_at = :now where code = :code and state = 'open'")
                    .bind("hard", plan.getScore().hardScore())
                    .bind("soft", plan.getScore().softScore())
                    .bind("now", now)
                    .bind("code", code)
                    .execute();
            if (planned == 0) {
                throw ProblemException.conflict("The round %s is planned already.".formatted(code.value()));
            }
            var batch = handle.prepareBatch("insert into meeting"
                    + " (id, dialogue, kind, during, digital, adviser, spsm_adviser)"
                    + " values (?, ?, ?, tstzrange(?, ?), ?, ?, ?)");
            for (MeetingAssignment meeting : plan.getMeetings()) {
                batch.add(
                        Ids.next(),
                        meeting.getDialogue().id(),
                        meeting.getKind(),
                        meeting.getSlot().start(),
                        meeting.getSlot().end(),
                        meeting.getKind().isDigital(),
                        meeting.getAdviser().id(),
                        meeting.getSpsmAdviser().id());
            }
            batch.execute();
            handle.createUpdate("update dialogue set state = 'planned', version = version + 1 where round = :round")
                    .bind("round", code)
                    .execute();
        });
        dialogues.announce(code.value());
    }

    Plan plan(RoundCode code) {
        Round round = find(code);
        if (round.plannedAt() == null) {
            throw ProblemException.notFound("plan of the round %s yet".formatted(code.value()));
        }
        return jdbi.withHandle(handle -> {
            Scores scores = handle.createQuery("select hard_score, soft_score from round where code = :code")
                    .bind("code", code)
                    .mapTo(Scores.class)
                    .one();
            List<MeetingAssignment> meetings = handle.createQuery(MEETINGS)
                    .bind("round", code)
                    .map(MEETING)
                    .list();
            return new Plan(
                    code,
                    round.plannedAt(),
                    round.dialogues(),
                    meetings.size(),
                    scores.hardScore(),
                    scores.softScore(),
                    PlanChecker.conflicts(meetings));
        });
    }
}
