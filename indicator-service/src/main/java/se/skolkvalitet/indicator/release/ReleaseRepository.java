package se.skolkvalitet.indicator.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Releases in the database. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, String> {
    private static final Sort NEWEST_FIRST = Sort.descending("sequence");

    List<Release> newestFirst() {
        return findAll(NEWEST_FIRST).project(Release.class).list();
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
