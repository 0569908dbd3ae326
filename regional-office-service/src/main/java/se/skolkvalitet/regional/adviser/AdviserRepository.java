package se.skolkvalitet.regional.adviser;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.skolkvalitet.kit.db.TableLock;
import se.skolkvalitet.kit.db.Where;
import se.skolkvalitet.regional.office.OfficeCode;

/** Advisers in the database. */
@ApplicationScoped
class AdviserRepository implements PanacheRepositoryBase<AdviserEntity, UUID> {
    @Inject
    TableLock tableLock;

    /**
     * @param after null for the first page
     * @param office null for all of them
     */
    List<Adviser> page(UUID after, OfficeCode office, int limit) {
        Where where = new Where().and("id > :after", "after", after).and("office = :office", "office", office);
        return find(where.text(), Sort.by("id"), where.parameters())
                .range(0, limit - 1)
                .project(Adviser.class)
                .list();
    }

    /** Lets nobody else add an adviser before the transaction ends. */
    void lockForAdding() {
        tableLock.alone("adviser");
    }

    Optional<AdviserEntity> findByReference(Agency agency, String reference) {
        return find("agency = ?1 and reference = ?2", agency, reference).singleResultOptional();
    }
}
