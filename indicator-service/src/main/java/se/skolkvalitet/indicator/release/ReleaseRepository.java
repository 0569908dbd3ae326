package se.skolkvalitet.indicator.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.db.Where;

/** Releases in the database. One in preparation has no time of publication. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {
    private static final Sort LAST_PUBLISHED_FIRST = Sort.descending("sequence");
    private static final Sort NEWEST_FIRST = Sort.descending("year", "serial", "correction");

    /** @param after sequence of the release before the page, null for the first page */
    List<Release> lastPublishedFirst(Long after, int limit) {
        Where where = new Where().and("publishedAt is not null").and("sequence < :after", "after", after);
        return find(where.text(), LAST_PUBLISHED_FIRST, where.parameters())
                .range(0, limit - 1)
                .project(Release.class)
                .list();
    }

    List<String> numbers() {
        return numbersUpTo(Long.MAX_VALUE);
    }

    /** The first published first. */
    List<String> numbersUpTo(long sequence) {
        return getEntityManager()
                .createQuery(
                        "select r.id from ReleaseEntity r where r.publishedAt is not null and r.sequence <= ?1 order by r.sequence",
                        String.class)
                .setParameter(1, sequence)
                .getResultList();
    }

    /** Of the highest number; a correction of an older one is not the newest, although it is published last. */
    Optional<Release> newest() {
        return find("publishedAt is not null", NEWEST_FIRST)
                .project(Release.class)
                .firstResultOptional();
    }

    /** The release of the highest number below that of another, of those that were published before it. */
    Optional<Release> newestBefore(Release other) {
        ReleaseNumber number = findById(other.id()).number();
        return find(
                        "publishedAt is not null and sequence < ?3 and (year < ?1 or year = ?1 and serial < ?2)",
                        NEWEST_FIRST,
                        number.year(),
                        number.serial(),
                        other.sequence())
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

    /**
     * Documents of two builds are not mixed in one release, and none has the number of a year in which it is not published: another
     * build, and another year, begin anew.
     *
     * @param corrects null where it corrects none
     */
    Optional<Release> inPreparation(long calculation, @Nullable String corrects, String codeVersion, int year) {
        return find(
                        "calculation = ?1 and corrects is not distinct from ?2 and codeVersion = ?3 and publishedAt is null"
                                + " and (corrects is not null or year = ?4)",
                        calculation,
                        corrects,
                        codeVersion,
                        year)
                .project(Release.class)
                .firstResultOptional();
    }

    /** Those that are not published; one at the most. */
    List<ReleaseEntity> drafts() {
        return list("publishedAt is null");
    }

    void giveUpPreparations() {
        delete("publishedAt is null");
    }

    long lastSequence() {
        return getEntityManager()
                .createQuery("select coalesce(max(r.sequence), 0) from ReleaseEntity r", Long.class)
                .getSingleResult();
    }

    int lastSerial(int year) {
        return getEntityManager()
                .createQuery("select coalesce(max(r.serial), 0) from ReleaseEntity r where r.year = ?1", Integer.class)
                .setParameter(1, year)
                .getSingleResult();
    }
}
