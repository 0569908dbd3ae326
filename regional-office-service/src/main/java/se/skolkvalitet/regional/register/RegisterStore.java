package se.skolkvalitet.regional.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;
import se.skolkvalitet.regional.geography.Place;
import se.skolkvalitet.regional.office.CoverageChanged;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.register.SchoolUnit.Address;
import se.skolkvalitet.regional.register.SchoolUnit.Coordinates;

/** Organisers and school units in the database, and their events. */
@ApplicationScoped
class RegisterStore {
    private static final String SELECT_ORGANISERS = Sql.load(RegisterStore.class, "select-organisers");
    private static final String SELECT_UNITS = Sql.load(RegisterStore.class, "select-units");

    private static final RowMapper<Organiser> ORGANISER = (row, context) -> new Organiser(
            new OrganisationNumber(row.getString("org_number")),
            row.getString("name"),
            Codes.parse(OrganiserKind.class, row.getString("kind")),
            new Place(row.getString("municipality_code"), row.getString("municipality_name")),
            new Place(row.getString("county_code"), row.getString("county_name")),
            row.getString("office") == null ? null : new OfficeCode(row.getString("office")),
            row.getLong("version"));

    private static final RowMapper<SchoolUnit> UNIT = (row, context) -> new SchoolUnit(
            new SchoolUnitCode(row.getString("code")),
            row.getString("name"),
            new OrganisationNumber(row.getString("organiser")),
            new Place(row.getString("municipality_code"), row.getString("municipality_name")),
            new Place(row.getString("county_code"), row.getString("county_name")),
            Arrays.stream((String[]) row.getArray("school_forms").getArray())
                    .map(form -> Codes.parse(SchoolForm.class, form))
                    .toList(),
            row.getString("orientation"),
            row.getString("street") == null
                    ? null
                    : new Address(row.getString("street"), row.getString("zip_code"), row.getString("city")),
            row.getBigDecimal("latitude") == null
                    ? null
                    : new Coordinates(row.getBigDecimal("latitude"), row.getBigDecimal("longitude")),
            row.getString("status"),
            row.getLong("version"));

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    List<Organiser> organisers(PageRequest page, OfficeCode office, OrganiserKind kind) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT_ORGANISERS + " where org_number > :after"
                        + " and (cast(:office as text) is null or office_coverage.office = :office)"
                        + " and (cast(:kind as text) is null or kind = :kind) order by org_number limit :limit")
                .bind("after", page.afterKey())
                .bind("office", office)
                .bind("kind", kind)
                .bind("limit", page.fetch())
                .map(ORGANISER)
                .list());
    }

    Organiser organiser(OrganisationNumber number) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT_ORGANISERS + " where org_number = :number")
                        .bind("number", number)
                        .map(ORGANISER)
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound("organiser " + number.value()));
    }

    List<SchoolUnit> units(PageRequest page, OrganisationNumber organiser, MunicipalityCode municipality) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT_UNITS + " where unit.code > :after"
                        + " and (cast(:organiser as text) is null or unit.organiser = :organiser)"
                        + " and (cast(:municipality as text) is null or unit.municipality = :municipality)"
                        + " order by unit.code limit :limit")
                .bind("after", page.afterKey())
                .bind("organiser", organiser)
                .bind("municipality", municipality)
                .bind("limit", page.fetch())
                .map(UNIT)
                .list());
    }

    SchoolUnit unit(SchoolUnitCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT_UNITS + " where unit.code = :code")
                        .bind("code", code)
                        .map(UNIT)
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound("school unit " + code.value()));
    }

    /** Sends the state of these units, inside the transaction that changed them. */
    void announceUnits(List<String> codes) {
        inBatches(codes, batch -> {
            List<SchoolUnit> units =
                    jdbi.withHandle(handle -> handle.createQuery(SELECT_UNITS + " where unit.code = any(:codes)")
                            .bindArray("codes", String.class, batch)
                            .map(UNIT)
                            .list());
            outbox.addAll(units.stream().map(RegisterStore::event).toList());
        });
    }

    /** Sends the state of these organisers, inside the transaction that changed them. */
    void announceOrganisers(List<String> numbers) {
        inBatches(numbers, batch -> {
            List<Organiser> organisers = jdbi.withHandle(
                    handle -> handle.createQuery(SELECT_ORGANISERS + " where org_number = any(:numbers)")
                            .bindArray("numbers", String.class, batch)
                            .map(ORGANISER)
                            .list());
            outbox.addAll(organisers.stream().map(RegisterStore::event).toList());
        });
    }

    /** An organiser's office follows from its county, so its state changes with the coverage. */
    void coverageChanged(@Observes CoverageChanged change) {
        String[] counties = change.counties().stream().map(CountyCode::value).toArray(String[]::new);
        List<String> numbers = jdbi.withHandle(handle -> handle.createQuery("update organiser"
                        + " set version = version + 1 where municipality in"
                        + " (select code from municipality where county = any(:counties)) returning org_number")
                .bindArray("counties", String.class, (Object[]) counties)
                .mapTo(String.class)
                .list());
        announceOrganisers(numbers);
    }

    private static void inBatches(List<String> keys, java.util.function.Consumer<List<String>> work) {
        int size = 1000;
        Stream.iterate(0, start -> start < keys.size(), start -> start + size)
                .forEach(start -> work.accept(keys.subList(start, Math.min(start + size, keys.size()))));
    }

    private static Event event(SchoolUnit unit) {
        return new Event(
                SchoolUnit.State.TOPIC,
                SchoolUnit.State.TYPE,
                unit.code().value(),
                unit.version(),
                SchoolUnit.State.from(unit));
    }

    private static Event event(Organiser organiser) {
        return new Event(
                Organiser.State.TOPIC,
                Organiser.State.TYPE,
                organiser.orgNumber().value(),
                organiser.version(),
                Organiser.State.from(organiser));
    }
}
