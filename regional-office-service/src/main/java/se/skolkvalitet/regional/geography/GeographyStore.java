package se.skolkvalitet.regional.geography;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Nearest.Named;

/** Counties and municipalities in the database. Only migrations write them. */
@Store
public class GeographyStore {
    private static final String PAGE_OF_MUNICIPALITIES = Sql.load(GeographyStore.class, "page-of-municipalities");

    @Inject
    Jdbi jdbi;

    /** @param after null for the first page */
    List<County> counties(CountyCode after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select code, name from county"
                        + " where cast(:after as text) is null or code > :after order by code limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(County.class)
                .list());
    }

    /**
     * @param after null for the first page
     * @param county null for all of the country
     */
    List<Municipality> municipalities(MunicipalityCode after, CountyCode county, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE_OF_MUNICIPALITIES)
                .bind("after", after)
                .bind("county", county)
                .bind("limit", limit)
                .mapTo(Municipality.class)
                .list());
    }

    Municipality municipality(MunicipalityCode code) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select code, name, county from municipality where code = :code")
                                .bind("code", code)
                                .mapTo(Municipality.class)
                                .findOne())
                .orElseThrow(() -> ProblemException.notFound("municipality " + code.value()));
    }

    public KnownCodes knownCounties() {
        return new KnownCodes("county", named("select code, name from county order by code"));
    }

    public KnownCodes knownMunicipalities() {
        return new KnownCodes("municipality", named("select code, name from municipality order by code"));
    }

    @Produces
    FilterCodes counties() {
        return new FilterCodes(CountyCode.class, this::knownCounties);
    }

    @Produces
    FilterCodes municipalities() {
        return new FilterCodes(MunicipalityCode.class, this::knownMunicipalities);
    }

    private List<Named> named(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Named.class).list());
    }
}
