package se.skolkvalitet.indicator.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The imports in the database, without their observations. */
@ApplicationScoped
class StatisticsImportRepository implements PanacheRepositoryBase<StatisticsImportEntity, Long> {

    Optional<Long> highestNumber() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select max(number) from StatisticsImportEntity", Long.class)
                .getSingleResult());
    }
}
