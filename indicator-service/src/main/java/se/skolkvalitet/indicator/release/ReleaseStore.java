package se.skolkvalitet.indicator.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.problem.ProblemException;

/** Releases in the database. */
@ApplicationScoped
public class ReleaseStore {
    private static final String SELECT =
            "select id, sequence, calculation, edition, code_version, published_at, value_count from release";

    @Inject
    Jdbi jdbi;

    public List<Release> list() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by sequence desc")
                .mapTo(Release.class)
                .list());
    }

    /** @param id a number, or {@code latest} */
    public Release find(String id) {
        return (id.equals("latest") ? latest() : findBy("id", id))
                .orElseThrow(() -> ProblemException.notFound(id.equals("latest") ? "release yet" : "release " + id));
    }

    Optional<Release> ofCalculation(long calculation) {
        return findBy("calculation", calculation);
    }

    private Optional<Release> latest() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by sequence desc limit 1")
                .mapTo(Release.class)
                .findOne());
    }

    private Optional<Release> findBy(String column, Object value) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where " + column + " = :value")
                .bind("value", value)
                .mapTo(Release.class)
                .findOne());
    }
}
