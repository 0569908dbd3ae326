package se.skolkvalitet.regional.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;
import se.skolkvalitet.regional.office.OfficeResource.OfficeRequest;

/** Offices and what they cover. */
@ApplicationScoped
class OfficeStore {
    private static final String SELECT = "select code, name, municipality, version, array(select county from"
            + " office_coverage where office = code order by county) as counties from office";

    private static final RowMapper<Office> MAPPER = (row, context) -> new Office(
            new OfficeCode(row.getString("code")),
            row.getString("name"),
            new MunicipalityCode(row.getString("municipality")),
            Arrays.stream((String[]) row.getArray("counties").getArray())
                    .map(CountyCode::new)
                    .toList(),
            row.getLong("version"));

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    @Inject
    Event<CoverageChanged> coverageChanged;

    List<Office> list() {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + " order by code").map(MAPPER).list());
    }

    Office find(OfficeCode code) {
        return jdbi.withHandle(handle -> read(handle, code, ""))
                .orElseThrow(() -> ProblemException.notFound("office " + code.value()));
    }

    /** The counties that no office answers for. */
    List<CountyCode> uncovered() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select code from county where code not in (select county from office_coverage) order by code")
                .mapTo(CountyCode.class)
                .list());
    }

    @Transactional
    Office put(OfficeCode code, String ifMatch, OfficeRequest request) {
        return jdbi.withHandle(handle -> {
            Optional<Office> existing = read(handle, code, " for update");
            existing.ifPresent(office -> EntityTags.require(ifMatch, office.version()));
            requireMunicipality(handle, request.municipality());
            handle.createUpdate("insert into office (code, name, municipality) values (:code, :name, :municipality)"
                            + " on conflict (code) do update set name = :name, municipality = :municipality,"
                            + " version = office.version + 1")
                    .bind("code", code)
                    .bind("name", request.name())
                    .bind("municipality", request.municipality())
                    .execute();
            return announce(handle, code);
        });
    }

    /**
     * Makes an office answer for these counties and no others.
     *
     * @throws ProblemException 400 for counties that do not exist, 409 for counties that another office has; all told
     *     at once
     */
    @Transactional
    Office cover(OfficeCode code, String ifMatch, List<CountyCode> counties) {
        return jdbi.withHandle(handle -> {
            Office office = read(handle, code, " for update")
                    .orElseThrow(() -> ProblemException.notFound("office " + code.value()));
            EntityTags.require(ifMatch, office.version());
            requireCounties(handle, counties);
            requireFree(handle, code, counties);
            handle.createUpdate("delete from office_coverage where office = :office")
                    .bind("office", code)
                    .execute();
            for (CountyCode county : new HashSet<>(counties)) {
                handle.execute("insert into office_coverage (county, office) values (?, ?)", county, code);
            }
            handle.execute("update office set version = version + 1 where code = ?", code);
            Office changed = announce(handle, code);
            fireChanged(office.counties(), counties);
            return changed;
        });
    }

    private void fireChanged(List<CountyCode> before, List<CountyCode> after) {
        Set<CountyCode> changed = new HashSet<>(after);
        before.forEach(changed::remove);
        if (!changed.isEmpty()) {
            coverageChanged.fire(new CoverageChanged(changed));
        }
    }

    private Office announce(Handle handle, OfficeCode code) {
        Office office = read(handle, code, "").orElseThrow();
        outbox.add(new se.skolkvalitet.kit.events.Event(
                Office.State.TOPIC, Office.State.TYPE, code.value(), office.version(), Office.State.from(office)));
        return office;
    }

    private static Optional<Office> read(Handle handle, OfficeCode code, String lock) {
        return handle.createQuery(SELECT + " where code = :code" + lock)
                .bind("code", code)
                .map(MAPPER)
                .findOne();
    }

    private static void requireMunicipality(Handle handle, MunicipalityCode code) {
        handle.createQuery("select code from municipality where code = :code")
                .bind("code", code)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> ProblemException.invalid(
                        "municipality", "unknown", "There is no municipality %s.".formatted(code.value())));
    }

    private static void requireCounties(Handle handle, List<CountyCode> counties) {
        Set<CountyCode> existing = handle.createQuery("select code from county")
                .mapTo(CountyCode.class)
                .set();
        List<FieldError> unknown = counties.stream()
                .filter(county -> !existing.contains(county))
                .map(county ->
                        new FieldError("counties", "unknown", "There is no county %s.".formatted(county.value())))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
    }

    private static void requireFree(Handle handle, OfficeCode code, List<CountyCode> counties) {
        List<String> taken = handle.createQuery("select county || ' (' || office || ')' from office_coverage"
                        + " where office <> :office and county = any(:counties) order by county")
                .bind("office", code)
                .bindArray(
                        "counties",
                        String.class,
                        counties.stream().map(CountyCode::value).toArray())
                .mapTo(String.class)
                .list();
        if (!taken.isEmpty()) {
            throw ProblemException.conflict("Other offices answer for these counties: " + String.join(", ", taken));
        }
    }
}
