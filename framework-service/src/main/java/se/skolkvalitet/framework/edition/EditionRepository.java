package se.skolkvalitet.framework.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.problem.ProblemException;

/** Editions and their parts in the database. */
@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<EditionEntity, Integer> {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Clock clock;

    List<Edition.Summary> summaries() {
        return findAll(Sort.by("number")).project(Edition.Summary.class).list();
    }

    EditionEntity get(EditionKey key) {
        return switch (key.value()) {
            case EditionKey.CURRENT ->
                inForce().orElseThrow(() -> ProblemException.notFound("published edition in force today"));
            case EditionKey.LATEST -> latest().orElseThrow(() -> ProblemException.notFound("published edition yet"));
            default ->
                findByIdOptional(key.number()).orElseThrow(() -> ProblemException.notFound("edition " + key.value()));
        };
    }

    /** The same with its row locked until the transaction ends: an edition's writers come one after the other. */
    EditionEntity lock(EditionKey key) {
        EditionEntity edition = get(key);
        getEntityManager().refresh(edition, LockModeType.PESSIMISTIC_WRITE);
        return edition;
    }

    private Optional<EditionEntity> inForce() {
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        Sort latestFirst = Sort.descending("validFrom", "number");
        return find("state = ?1 and validFrom <= ?2", latestFirst, EditionState.PUBLISHED, today)
                .firstResultOptional();
    }

    private Optional<EditionEntity> latest() {
        return find("state", Sort.descending("number"), EditionState.PUBLISHED).firstResultOptional();
    }

    /** The next free number, which nobody else gets before the transaction ends. */
    int nextNumber() {
        getEntityManager()
                .createNativeQuery("lock table edition in share row exclusive mode")
                .executeUpdate();
        return getEntityManager()
                .createQuery("select coalesce(max(number), 0) + 1 from EditionEntity", Integer.class)
                .getSingleResult();
    }
}
