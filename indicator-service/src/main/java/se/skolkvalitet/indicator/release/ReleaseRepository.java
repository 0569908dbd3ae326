package se.skolkvalitet.indicator.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.db.Where;

/** Releases in the database. One in preparation has no time of publication. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {
    private static final Sort NEWEST_FIRST = Sort.descending("sequence");

    /** @param after sequence of the release before the page, null for the first page */
    List<Release> newestFirst(Long after, int limit) {
        Where where = new Where().and("publishedAt is not null").and("sequence < :after", "after", after);
        return find(where.text(), NEWEST_FIRST, where.parameters())
                .range(0, limit - 1)
                .project(Release.class)
                .list();
    }

    List<String> numbers() {
        return getEntityManager()
                .createQuery(
                        "select r.id from ReleaseEntity r where r.publishedAt is not null order by r.sequence",
                        String.class)
                .getResultList();
    }

    Optional<Release> newest() {
        return find("publishedAt is not null", NEWEST_FIRST)
                .project(Release.class)
                .firstResultOptional();
    }

    Optional<Release> record(String id) {
        return find("id = ?1 and publishedAt is not null", id)
                .project(Release.class)
                .firstResultOptional();
    }

    Optional<Release> ofCalculation(long calculation) {
        return find("calculation = ?1 and publishedAt is not null", calculation)
                .project(Release.class)
                .firstResultOptional();
    }

    /** Documents of two builds are not mixed in one release: another build begins anew. */
    Optional<Release> inPreparation(long calculation, String codeVersion) {
        return find("calculation = ?1 and codeVersion = ?2 and publishedAt is null", calculation, codeVersion)
                .project(Release.class)
                .firstResultOptional();
    }

    void giveUpPreparations() {
        delete("publishedAt is null");
    }

    long ofYear(int year) {
        return count("id like ?1", year + ".%");
    }
}
