package se.skolkvalitet.indicator.area;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.OrganiserEvents.OrganiserState;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Unit;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/** This service's copy of the organisers and school units. */
@Store
class AreaStore {
    private static final String SAVE_ORGANISERS = Sql.load(AreaStore.class, "save-organisers");
    private static final String SAVE_UNITS = Sql.load(AreaStore.class, "save-units");

    @Inject
    Jdbi jdbi;

    void saveOrganisers(List<OrganiserState> organisers) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE_ORGANISERS)
                .bind("organisers", new Json(organisers))
                .execute());
    }

    /** Saves each with its memberships, which replace those known before. */
    void saveUnits(List<Unit> units) {
        jdbi.useHandle(handle ->
                handle.createUpdate(SAVE_UNITS).bind("units", new Json(units)).execute());
    }
}
