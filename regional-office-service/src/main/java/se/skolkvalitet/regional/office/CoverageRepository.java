package se.skolkvalitet.regional.office;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.kit.db.TableLock;
import se.skolkvalitet.regional.geography.CountyCode;

/** Which office answers for which county, in the database. */
@ApplicationScoped
class CoverageRepository implements PanacheRepositoryBase<CoverageEntity, CountyCode> {
    private static final String TABLE = "office_coverage";

    @Inject
    TableLock tableLock;

    /** Lets nobody else change any coverage, or hold it still, before the transaction ends. Reading goes on. */
    void lockForChange() {
        tableLock.alone(TABLE);
    }

    /** Lets nobody change any coverage before the transaction ends. Others may hold it still too. */
    void lockForReading() {
        tableLock.together(TABLE);
    }

    /** Those of the counties that some office answers for. */
    Map<CountyCode, CoverageEntity> of(Collection<CountyCode> counties) {
        return byCounty("county in ?1", counties);
    }

    Map<CountyCode, CoverageEntity> of(OfficeCode office) {
        return byCounty("office = ?1", office);
    }

    private Map<CountyCode, CoverageEntity> byCounty(String condition, Object value) {
        return find(condition, value).stream().collect(Collectors.toMap(CoverageEntity::county, Function.identity()));
    }
}
