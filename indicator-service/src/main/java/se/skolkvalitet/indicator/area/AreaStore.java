package se.skolkvalitet.indicator.area;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.OrganiserEvents.OrganiserState;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Membership;
import se.skolkvalitet.indicator.area.SchoolUnitEvents.Unit;
import se.skolkvalitet.kit.db.Sql;

/** This service's copy of the organisers and school units. */
@ApplicationScoped
class AreaStore {
    private static final String SAVE_ORGANISER = Sql.load(AreaStore.class, "save-organiser");
    private static final String SAVE_UNIT = Sql.load(AreaStore.class, "save-unit");

    @Inject
    Jdbi jdbi;

    void save(OrganiserState organiser) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE_ORGANISER)
                .bind("orgNumber", organiser.orgNumber())
                .bind("name", organiser.name())
                .bind("kind", organiser.kind())
                .bind("municipality", organiser.municipality().code())
                .bind("county", organiser.county().code())
                .execute());
    }

    void save(Unit unit) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE_UNIT)
                .bindMethods(unit)
                .bind("municipality", unit.municipality().code())
                .bind("municipalityName", unit.municipality().name())
                .bind("county", unit.county().code())
                .bind("countyName", unit.county().name())
                .bindArray("schoolForms", String.class, unit.schoolForms())
                .bindArray("organisers", String.class, each(unit, Membership::organiser))
                .bindArray("froms", String.class, each(unit, one -> text(one.from())))
                .bindArray("tos", String.class, each(unit, one -> text(one.to())))
                .execute());
    }

    private static List<String> each(Unit unit, Function<Membership, String> part) {
        return unit.memberships().stream().map(part).collect(Collectors.toList());
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
