package se.skolkvalitet.indicator.area;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.OrganiserEvents.OrganiserState;
import se.skolkvalitet.indicator.area.RegisterEvents.County;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Unit;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/** This service's copy of the organisers, school units and counties. */
@Store
class AreaStore {
    private static final String SAVE_ORGANISERS = Sql.load(AreaStore.class, "save-organisers");
    private static final String SAVE_UNITS = Sql.load(AreaStore.class, "save-units");
    private static final String SAVE_COUNTIES = Sql.load(AreaStore.class, "save-counties");

    @Inject
    Jdbi jdbi;

    void saveOrganisers(List<OrganiserState> organisers) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE_ORGANISERS)
                .bind("organisers", new Json(organisers))
                .execute());
    }

    /** Saves each with its memberships and its grades, which replace those known before. */
    void saveUnits(List<Unit> units) {
        jdbi.useHandle(handle ->
                handle.createUpdate(SAVE_UNITS).bind("units", new Json(units)).execute());
    }

    /** @param counties in the place of all that were known before */
    void saveCounties(List<County> counties) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE_COUNTIES)
                .bind("counties", new Json(counties))
                .execute());
    }
}
