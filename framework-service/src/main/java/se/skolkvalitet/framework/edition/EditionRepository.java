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
import java.util.Objects;
import java.util.Optional;
import se.skolkvalitet.kit.db.Snapshot;
import se.skolkvalitet.kit.db.TableLock;
import se.skolkvalitet.kit.problem.ProblemException;

/** Editions and their parts in the database. */
@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<EditionEntity, Integer> {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Clock clock;

    @Inject
    Snapshot snapshot;

    @Inject
    TableLock tableLock;

    List<EditionSummary> summaries() {
        return findAll(Sort.by("number")).list().stream()
                .map(EditionEntity::toSummary)
                .toList();
    }

    /** @throws ProblemException 404 where no edition bears the name now; that a number is taken is not looked up */
    int number(EditionKey key) {
        return switch (key.value()) {
            case EditionKey.CURRENT ->
                inForce().orElseThrow(() -> ProblemException.notFound("published edition in force today"));
            case EditionKey.LATEST -> latest().orElseThrow(() -> ProblemException.notFound("published edition yet"));
            default -> Integer.parseInt(key.value());
        };
    }

    /** With all its parts, as one transaction left them: the version stands for every word of it. */
    Edition read(int number) {
        return snapshot.read(() -> get(number).toEdition());
    }

    private EditionEntity get(int number) {
        return findByIdOptional(number).orElseThrow(() -> ProblemException.notFound("edition " + number));
    }

    /** An edition with its row locked until the transaction ends: an edition's writers come one after the other. */
    EditionEntity lock(EditionNumber number) {
        EditionEntity edition = get(number.number());
        getEntityManager().refresh(edition, LockModeType.PESSIMISTIC_WRITE);
        return edition;
    }

    private Optional<Integer> inForce() {
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        return getEntityManager()
                .createQuery(
                        "select number from EditionEntity where state = :published and validFrom <= :today"
                                + " order by validFrom desc, number desc",
                        Integer.class)
                .setParameter("published", EditionState.PUBLISHED)
                .setParameter("today", today)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<Integer> latest() {
        return getEntityManager()
                .createQuery("select max(number) from EditionEntity where state = :published", Integer.class)
                .setParameter("published", EditionState.PUBLISHED)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The next free number, which nobody else gets before the transaction ends. */
    int nextNumber() {
        tableLock.alone("edition");
        return getEntityManager()
                .createQuery("select coalesce(max(number), 0) + 1 from EditionEntity", Integer.class)
                .getSingleResult();
    }
}
