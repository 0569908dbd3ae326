package se.skolkvalitet.framework.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.problem.ProblemException;

/** Editions and their parts in the database. */
@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<EditionEntity, Integer> {

    List<Edition.Summary> summaries() {
        return findAll(Sort.by("number")).project(Edition.Summary.class).list();
    }

    EditionEntity get(int number) {
        return findByIdOptional(number).orElseThrow(() -> missing(number));
    }

    /** The same with its row locked until the transaction ends: an edition's writers come one after the other. */
    EditionEntity lock(int number) {
        return findByIdOptional(number, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(number));
    }

    Optional<EditionEntity> inForce(LocalDate day) {
        return find(
                        "state = ?1 and validFrom <= ?2",
                        Sort.descending("validFrom", "number"),
                        EditionState.PUBLISHED,
                        day)
                .firstResultOptional();
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

    private static ProblemException missing(int number) {
        return ProblemException.notFound("edition " + number);
    }
}
