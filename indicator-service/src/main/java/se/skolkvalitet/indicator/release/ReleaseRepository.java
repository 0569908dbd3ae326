package se.skolkvalitet.indicator.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Releases in the database. One in preparation has no time of publication. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {
    private static final Sort NEWEST_FIRST = Sort.descending("sequence");

    List<Release> newestFirst() {
        return find("publishedAt is not null", NEWEST_FIRST)
                .project(Release.class)
                .list();
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
