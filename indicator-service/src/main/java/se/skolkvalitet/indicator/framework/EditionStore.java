package se.skolkvalitet.indicator.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.problem.ProblemException;

/** Editions that have been fetched. A published edition never changes, so a copy never grows old. */
@ApplicationScoped
public class EditionStore {
    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    void save(int number, LocalDate validFrom, String document) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into edition (number, valid_from, document) values (?, ?, ?::json) on conflict do nothing",
                number,
                validFrom,
                document));
    }

    public Edition find(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select document from edition where number = :number")
                        .bind("number", number)
                        .mapTo(String.class)
                        .findOne())
                .map(this::read)
                .orElseThrow(() -> ProblemException.notFound("edition " + number));
    }

    /** The edition with the highest number. */
    public Optional<Edition> latest() {
        return jdbi.withHandle(handle -> handle.createQuery("select document from edition order by number desc limit 1")
                        .mapTo(String.class)
                        .findOne())
                .map(this::read);
    }

    private Edition read(String document) {
        try {
            return mapper.readValue(document, Edition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
