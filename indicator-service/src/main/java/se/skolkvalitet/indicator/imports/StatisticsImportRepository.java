package se.skolkvalitet.indicator.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The imports in the database, without their observations. */
@ApplicationScoped
class StatisticsImportRepository implements PanacheRepositoryBase<StatisticsImportEntity, Long> {

    List<StatisticsImport> upTo(long last) {
        return find("number <= ?1", Sort.by("number"), last).stream()
                .map(StatisticsImportEntity::told)
                .toList();
    }

    Optional<Long> highestNumber() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select max(number) from StatisticsImportEntity", Long.class)
                .getSingleResult());
    }
}
