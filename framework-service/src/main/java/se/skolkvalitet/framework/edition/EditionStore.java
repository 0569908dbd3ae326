package se.skolkvalitet.framework.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.EntityTags;

/** Editions in the database, each with what it says as one JSON document. */
@ApplicationScoped
class EditionStore {
    private static final String SELECT = "select number, state, version, published_at, framework from edition";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    public record Row(int number, EditionState state, long version, OffsetDateTime publishedAt, String framework) {}

    /** A new draft with the next free number. Faults between its parts are allowed until it is published. */
    @Transactional
    Edition open(Framework framework) {
        return jdbi.withHandle(handle -> {
            // Two drafts at once would otherwise take the same number.
            handle.execute("lock table edition in share row exclusive mode");
            return edition(handle.createQuery("insert into edition (number, state, version, valid_from, framework)"
                            + " select coalesce(max(number), 0) + 1, 'draft', 1, :validFrom, cast(:framework as json)"
                            + " from edition returning number, state, version, published_at, framework")
                    .bind("validFrom", framework.validFrom())
                    .bind("framework", write(framework))
                    .mapTo(Row.class)
                    .one());
        });
    }

    @Transactional
    Edition replace(int number, String ifMatch, Framework framework) {
        Edition edition = lock(number);
        requireDraft(edition);
        EntityTags.require(ifMatch, edition.version());
        jdbi.useHandle(handle -> handle.createUpdate("update edition set version = version + 1,"
                        + " valid_from = :validFrom, framework = cast(:framework as json) where number = :number")
                .bind("validFrom", framework.validFrom())
                .bind("framework", write(framework))
                .bind("number", number)
                .execute());
        return find(number);
    }

    /** Publishes a draft without faults, once: a repeated call answers with the edition as it was published. */
    @Transactional
    Edition publish(int number) {
        Edition draft = lock(number);
        if (draft.state() == EditionState.PUBLISHED) {
            return draft;
        }
        List<FieldError> faults = FrameworkChecks.faultsOf(framework(draft));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        jdbi.useHandle(handle -> handle.createUpdate("update edition set state = 'published', version = version + 1,"
                        + " published_at = :now where number = :number")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("number", number)
                .execute());
        Edition published = find(number);
        outbox.add(new Event(
                Edition.Published.TOPIC,
                Edition.Published.TYPE,
                String.valueOf(number),
                published.version(),
                Edition.Published.from(published)));
        return published;
    }

    List<Edition> list() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by number")
                .mapTo(Row.class)
                .map(this::edition)
                .list());
    }

    Edition find(int number) {
        return findWhere("number = :number", "number", number)
                .orElseThrow(() -> ProblemException.notFound("edition " + number));
    }

    /** The published edition that is in force today. */
    Edition current() {
        String inForce = "state = 'published' and valid_from <= :today order by valid_from desc, number desc limit 1";
        return findWhere(inForce, "today", LocalDate.now(clock.withZone(SWEDEN)))
                .orElseThrow(() -> ProblemException.notFound("published edition in force today"));
    }

    private Optional<Edition> findWhere(String condition, String name, Object value) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where " + condition)
                .bind(name, value)
                .mapTo(Row.class)
                .map(this::edition)
                .findOne());
    }

    private Edition lock(int number) {
        return findWhere("number = :number for update", "number", number)
                .orElseThrow(() -> ProblemException.notFound("edition " + number));
    }

    private static void requireDraft(Edition edition) {
        if (edition.state() != EditionState.DRAFT) {
            throw ProblemException.conflict(
                    "Edition %d is published and never changes; open a new draft.".formatted(edition.number()));
        }
    }

    private Edition edition(Row row) {
        try {
            Framework framework = mapper.readValue(row.framework(), Framework.class);
            return Edition.of(row.number(), row.state(), row.version(), row.publishedAt(), framework);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("edition %d cannot be read".formatted(row.number()), e);
        }
    }

    private static Framework framework(Edition edition) {
        return new Framework(
                edition.title(),
                edition.note(),
                edition.validFrom(),
                edition.measures(),
                edition.goals(),
                edition.subGoals(),
                edition.indicators(),
                edition.successFactors());
    }

    private String write(Framework framework) {
        try {
            return mapper.writeValueAsString(framework);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
