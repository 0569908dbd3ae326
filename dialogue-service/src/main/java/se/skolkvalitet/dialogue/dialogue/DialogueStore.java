package se.skolkvalitet.dialogue.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.dialogue.dialogue.Dialogue.AnalysisLink;
import se.skolkvalitet.dialogue.dialogue.Dialogue.Meeting;
import se.skolkvalitet.dialogue.planning.MeetingKind;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;

/** Dialogues in the database, and their events. */
@ApplicationScoped
public class DialogueStore {
    private static final String SELECT = Sql.load(DialogueStore.class, "select-dialogues");
    private static final String MEETINGS = Sql.load(DialogueStore.class, "select-meetings");

    private static final RowMapper<Dialogue> DIALOGUE = (row, context) -> new Dialogue(
            row.getObject("id", UUID.class),
            row.getString("round"),
            row.getString("organiser"),
            row.getString("organiser_name"),
            row.getString("office"),
            row.getString("state"),
            new AnalysisLink(
                    row.getString("analysis_release"),
                    row.getString("analysis_link"),
                    row.getInt("school_units"),
                    Arrays.asList((String[]) row.getArray("school_forms").getArray())),
            List.of(),
            row.getLong("version"));

    private record MeetingRow(UUID dialogue, Meeting meeting) {}

    private static final RowMapper<MeetingRow> MEETING = (row, context) -> new MeetingRow(
            row.getObject("dialogue", UUID.class),
            new Meeting(
                    Codes.parse(MeetingKind.class, row.getString("kind")),
                    row.getObject("start", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                    row.getObject("end", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                    row.getBoolean("digital"),
                    row.getObject("adviser", UUID.class),
                    row.getObject("spsm_adviser", UUID.class)));

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    List<Dialogue> list(DialogueFilter filter, UUID after, int limit) {
        return jdbi.withHandle(handle -> withMeetings(
                handle,
                handle.createQuery(SELECT)
                        .bind("round", filter.round)
                        .bind("office", filter.office)
                        .bind("organiser", filter.organiser)
                        .bind("state", filter.state)
                        .bind("after", after)
                        .bind("limit", limit)
                        .map(DIALOGUE)
                        .list()));
    }

    Dialogue find(UUID id) {
        return jdbi.withHandle(handle -> withMeetings(
                                handle,
                                handle.createQuery("select * from dialogue where id = :id")
                                        .bind("id", id)
                                        .map(DIALOGUE)
                                        .list())
                        .stream()
                        .findFirst())
                .orElseThrow(() -> ProblemException.notFound("dialogue " + id));
    }

    /** Sends the state of every dialogue of a round, inside the transaction that changed them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(String round) {
        List<Dialogue> dialogues = jdbi.withHandle(handle -> withMeetings(
                handle,
                handle.createQuery("select * from dialogue where round = :round order by id")
                        .bind("round", round)
                        .map(DIALOGUE)
                        .list()));
        outbox.addAll(dialogues.stream()
                .map(dialogue -> new Event(
                        Dialogue.State.TOPIC,
                        Dialogue.State.TYPE,
                        dialogue.id().toString(),
                        dialogue.version(),
                        Dialogue.State.from(dialogue)))
                .toList());
    }

    private static List<Dialogue> withMeetings(Handle handle, List<Dialogue> dialogues) {
        Map<UUID, List<Meeting>> meetings = handle
                .createQuery(MEETINGS)
                .bindArray(
                        "dialogues",
                        UUID.class,
                        dialogues.stream().map(Dialogue::id).toArray())
                .map(MEETING)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        MeetingRow::dialogue, Collectors.mapping(MeetingRow::meeting, Collectors.toList())));
        return dialogues.stream()
                .map(dialogue -> new Dialogue(
                        dialogue.id(),
                        dialogue.round(),
                        dialogue.organiser(),
                        dialogue.organiserName(),
                        dialogue.office(),
                        dialogue.state(),
                        dialogue.analysis(),
                        meetings.getOrDefault(dialogue.id(), List.of()),
                        dialogue.version()))
                .toList();
    }
}
