package se.skolkvalitet.regional.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.Nearest.Named;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;
import se.skolkvalitet.regional.geography.Place;
import se.skolkvalitet.regional.office.CoverageChanged;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.register.SchoolUnit.Address;
import se.skolkvalitet.regional.register.SchoolUnit.Coordinates;

/** Organisers and school units in the database, and their events. */
@Store
class RegisterStore {
    private static final String PAGE_OF_ORGANISERS = Sql.load(RegisterStore.class, "page-of-organisers");
    private static final String ORGANISERS_BY_NUMBER = Sql.load(RegisterStore.class, "organisers-by-number");
    private static final String PAGE_OF_UNITS = Sql.load(RegisterStore.class, "page-of-units");
    private static final String UNITS_BY_CODE = Sql.load(RegisterStore.class, "units-by-code");
    private static final String TOUCH_IN_COUNTIES = Sql.load(RegisterStore.class, "touch-organisers-in-counties");
    private static final int BATCH = 1000;
    private static final TypeReference<List<FormGrades>> GRADES = new TypeReference<>() {};

    private static final RowMapper<Organiser> ORGANISER = (row, context) -> new Organiser(
            new OrganisationNumber(row.getString("org_number")),
            row.getString("name"),
            Codes.parse(OrganiserKind.class, row.getString("kind")),
            new Place(row.getString("municipality_code"), row.getString("municipality_name")),
            new Place(row.getString("county_code"), row.getString("county_name")),
            row.getString("office") == null ? null : new OfficeCode(row.getString("office")),
            Codes.parse(OrganiserStatus.class, row.getString("status")),
            row.getLong("version"));

    private final RowMapper<SchoolUnit> unitMapper = (row, context) -> new SchoolUnit(
            new SchoolUnitCode(row.getString("code")),
            row.getString("name"),
            new OrganisationNumber(row.getString("organiser")),
            memberships(row),
            new Place(row.getString("municipality_code"), row.getString("municipality_name")),
            new Place(row.getString("county_code"), row.getString("county_name")),
            Arrays.stream((String[]) row.getArray("school_forms").getArray())
                    .map(form -> Codes.parse(SchoolForm.class, form))
                    .toList(),
            grades(row.getString("grades")),
            row.getString("orientation"),
            row.getString("street") == null
                    ? null
                    : new Address(row.getString("street"), row.getString("zip_code"), row.getString("city")),
            row.getBigDecimal("latitude") == null
                    ? null
                    : new Coordinates(row.getBigDecimal("latitude"), row.getBigDecimal("longitude")),
            Codes.parse(UnitStatus.class, row.getString("status")),
            row.getLong("version"));

    /** Their columns are arrays of the same length, null where there are none. */
    private static List<Membership> memberships(ResultSet row) throws SQLException {
        if (row.getArray("organisers") == null) {
            return List.of();
        }
        String[] organisers = (String[]) row.getArray("organisers").getArray();
        String[] froms = (String[]) row.getArray("froms").getArray();
        String[] tos = (String[]) row.getArray("tos").getArray();
        return IntStream.range(0, organisers.length)
                .mapToObj(i -> new Membership(new OrganisationNumber(organisers[i]), day(froms[i]), day(tos[i])))
                .toList();
    }

    private List<FormGrades> grades(String json) {
        try {
            return mapper.readValue(json, GRADES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    Outbox outbox;

    /** @param filter its nulls ask for nothing */
    List<Organiser> organisers(OrganisationNumber after, OrganiserFilter filter, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE_OF_ORGANISERS)
                .bind("after", after)
                .bind("office", filter.office())
                .bind("kind", filter.kind())
                .bind("limit", limit)
                .map(ORGANISER)
                .list());
    }

    record OrganiserFilter(OfficeCode office, OrganiserKind kind) {}

    Organiser organiser(OrganisationNumber number) {
        return organisers(List.of(number.value())).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("organiser " + number.value()));
    }

    private List<Organiser> organisers(List<String> numbers) {
        return jdbi.withHandle(handle -> handle.createQuery(ORGANISERS_BY_NUMBER)
                .bindArray("numbers", String.class, numbers)
                .map(ORGANISER)
                .list());
    }

    /** @param filter its nulls ask for nothing */
    List<SchoolUnit> units(SchoolUnitCode after, UnitFilter filter, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE_OF_UNITS)
                .bind("after", after)
                .bind("organiser", filter.organiser())
                .bind("municipality", filter.municipality())
                .bind("on", filter.on())
                .bind("limit", limit)
                .map(unitMapper)
                .list());
    }

    /** @param on the day on which they belonged to the organiser; where there is none, those that belong to it now */
    record UnitFilter(OrganisationNumber organiser, MunicipalityCode municipality, LocalDate on) {}

    SchoolUnit unit(SchoolUnitCode code) {
        return units(List.of(code.value())).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("school unit " + code.value()));
    }

    private List<SchoolUnit> units(List<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery(UNITS_BY_CODE)
                .bindArray("codes", String.class, codes)
                .map(unitMapper)
                .list());
    }

    KnownCodes knownOrganisers() {
        return new KnownCodes("organiser", jdbi.withHandle(handle -> handle.createQuery(
                        "select org_number as code, name from organiser")
                .mapTo(Named.class)
                .list()));
    }

    @Produces
    FilterCodes organisers() {
        return new FilterCodes(OrganisationNumber.class, this::knownOrganisers);
    }

    /** Sends the state of these units, inside the transaction that changed them. */
    void announceUnits(List<String> codes) {
        inBatches(
                codes,
                batch -> outbox.addAll(
                        units(batch).stream().map(RegisterStore::event).toList()));
    }

    /** Sends the state of these organisers, inside the transaction that changed them. */
    void announceOrganisers(List<String> numbers) {
        inBatches(
                numbers,
                batch -> outbox.addAll(
                        organisers(batch).stream().map(RegisterStore::event).toList()));
    }

    /** An organiser's office follows from its county, so its state changes with the coverage. */
    void coverageChanged(@Observes CoverageChanged change) {
        String[] counties = change.counties().stream().map(CountyCode::value).toArray(String[]::new);
        List<String> numbers = jdbi.withHandle(handle -> handle.createQuery(TOUCH_IN_COUNTIES)
                .bindArray("counties", String.class, (Object[]) counties)
                .mapTo(String.class)
                .list());
        announceOrganisers(numbers);
    }

    private static void inBatches(List<String> keys, Consumer<List<String>> work) {
        for (int start = 0; start < keys.size(); start += BATCH) {
            work.accept(keys.subList(start, Math.min(start + BATCH, keys.size())));
        }
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
