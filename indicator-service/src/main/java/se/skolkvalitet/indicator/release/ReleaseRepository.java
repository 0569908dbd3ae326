package se.skolkvalitet.indicator.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.db.Where;

/** Releases in the database. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {
    private static final Sort NEWEST_FIRST = Sort.descending("sequence");

    /** @param after sequence of the release before the page, null for the first page */
    List<Release> newestFirst(Long after, int limit) {
        Where where = new Where().and("sequence < :after", "after", after);
        return find(where.text(), NEWEST_FIRST, where.parameters())
                .range(0, limit - 1)
                .project(Release.class)
                .list();
    }

    List<String> numbers() {
        return getEntityManager()
                .createQuery("select r.id from ReleaseEntity r order by r.sequence", String.class)
                .getResultList();
    }

    Optional<Release> newest() {
        return findAll(NEWEST_FIRST).project(Release.class).firstResultOptional();
    }

    Optional<Release> record(String id) {
        return find("id", id).project(Release.class).firstResultOptional();
    }

    Optional<Release> ofCalculation(long calculation) {
        return find("calculation", calculation).project(Release.class).firstResultOptional();
    }

    long ofYear(int year) {
        return count("id like ?1", year + ".%");
    }
}
