package se.skolkvalitet.indicator.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.framework.EditionEvents.Fetched;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Nearest.Named;

/** Editions that have been fetched. A published edition never changes, so a copy never grows old. */
@Store
public class EditionStore {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    void save(Fetched edition) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into edition (number, valid_from, document, school_forms) values (?, ?, ?::json, ?::json)"
                        + " on conflict do nothing",
                edition.number(),
                edition.validFrom(),
                edition.document(),
                edition.schoolForms()));
    }

    public Edition find(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select document from edition where number = :number")
                        .bind("number", number)
                        .mapTo(String.class)
                        .findOne())
                .map(this::read)
                .orElseThrow(() -> ProblemException.notFound("edition " + number));
    }

    /** All editions, in the order in which they come into force. */
    public List<InForce> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select valid_from, document from edition order by valid_from, number")
                        .map((row, context) -> new InForce(
                                row.getObject("valid_from", LocalDate.class), read(row.getString("document"))))
                        .list());
    }

    /** What school forms are from when to when, as it was told with an edition; empty where it was not told yet. */
    public List<DatedSchoolForm> schoolForms(int edition) {
        return jdbi.withHandle(handle -> handle.createQuery("select school_forms from edition where number = :number")
                        .bind("number", edition)
                        .mapTo(String.class)
                        .findOne())
                .map(this::readSchoolForms)
                .orElse(List.of());
    }

    /** The edition with the highest number. */
    public Optional<Edition> latest() {
        return jdbi.withHandle(handle -> handle.createQuery("select document from edition order by number desc limit 1")
                        .mapTo(String.class)
                        .findOne())
                .map(this::read);
    }

    /**
     * The edition that a filter asks for.
     *
     * @throws ProblemException 400 with the nearest ones where none has the number, 404 where there is none in force or
     *     none yet
     */
    public Edition asked(String field, EditionKey key) {
        return switch (key.value()) {
            case EditionKey.CURRENT -> inForce().orElseThrow(() -> ProblemException.notFound("edition in force today"));
            case EditionKey.LATEST -> latest().orElseThrow(() -> ProblemException.notFound("edition known here yet"));
            default -> {
                known().require(field, key);
                yield find(key.number());
            }
        };
    }

    /** @throws ProblemException 400 with the nearest ones where none that is known here has the number */
    public void require(String field, int number) {
        known().requireNumber(field, number);
    }

    private Optional<Edition> inForce() {
        return jdbi.withHandle(handle -> handle.createQuery("select document from edition where valid_from <= :today"
                                + " order by valid_from desc, number desc limit 1")
                        .bind("today", LocalDate.now(clock.withZone(SWEDEN)))
                        .mapTo(String.class)
                        .findOne())
                .map(this::read);
    }

    private KnownCodes known() {
        List<String> numbers =
                jdbi.withHandle(handle -> handle.createQuery("select number from edition order by number")
                        .mapTo(String.class)
                        .list());
        return new KnownCodes("edition", numbers.stream().map(Named::of).toList());
    }

    @Produces
    FilterCodes numbers() {
        return new FilterCodes(EditionKey.class, this::known);
    }

    private List<DatedSchoolForm> readSchoolForms(String document) {
        try {
            return List.of(mapper.readValue(document, DatedSchoolForm[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Edition read(String document) {
        try {
            return mapper.readValue(document, Edition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
