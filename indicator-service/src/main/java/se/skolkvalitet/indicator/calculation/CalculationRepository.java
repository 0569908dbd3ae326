package se.skolkvalitet.indicator.calculation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Calculations in the database, without their values. */
@ApplicationScoped
class CalculationRepository implements PanacheRepositoryBase<CalculationEntity, Long> {

    Optional<Calculation> record(long number) {
        return find("number", number).project(Calculation.class).firstResultOptional();
    }

    List<String> numbers() {
        return getEntityManager()
                .createQuery("select str(c.number) from CalculationEntity c order by c.number", String.class)
                .getResultList();
    }

    /** The calculations that had the same inputs, the newest first. */
    List<Calculation> withInputs(String fingerprint) {
        return find("fingerprint", Sort.descending("number"), fingerprint)
                .project(Calculation.class)
                .list();
    }
}
