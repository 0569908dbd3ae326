package se.skolkvalitet.regional.office;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Nearest.Named;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/** Offices in the database. What they cover is in {@link CoverageRepository}; reading brings both in one statement. */
@ApplicationScoped
class OfficeRepository implements PanacheRepositoryBase<OfficeEntity, OfficeCode> {
    private static final String WITH_COUNTIES = """
            select office.code, office.name, office.municipality, office.version, coverage.county
            from OfficeEntity office left join CoverageEntity coverage on coverage.office = office.code
            where office.code in ?1
            order by office.code, coverage.county""";

    /** An office beside one of its counties; null where it has none. */
    public record WithCounty(
            OfficeCode code, String name, MunicipalityCode municipality, long version, CountyCode county) {}

    /** What an office is called. */
    public record Name(OfficeCode code, String name) {}

    /** @param after null for the first page */
    List<Office> page(OfficeCode after, int limit) {
        var query = after == null ? find("order by code") : find("code > ?1 order by code", after);
        List<OfficeCode> codes = query.range(0, limit - 1).project(Name.class).stream()
                .map(Name::code)
                .toList();
        return codes.isEmpty() ? List.of() : read(codes);
    }

    Office read(OfficeCode code) {
        return read(List.of(code)).stream().findFirst().orElseThrow(() -> missing(code));
    }

    /** In the order of their codes. */
    List<Office> read(List<OfficeCode> codes) {
        Map<OfficeCode, List<WithCounty>> offices = new LinkedHashMap<>();
        find(WITH_COUNTIES, codes).project(WithCounty.class).list().forEach(row -> offices.computeIfAbsent(
                        row.code(), none -> new ArrayList<>())
                .add(row));
        return offices.values().stream().map(OfficeRepository::office).toList();
    }

    private static Office office(List<WithCounty> rows) {
        WithCounty head = rows.get(0);
        List<CountyCode> counties =
                rows.stream().map(WithCounty::county).filter(Objects::nonNull).toList();
        return new Office(head.code(), head.name(), head.municipality(), counties, head.version());
    }

    /** The office with its row locked until the transaction ends: its writers come one after the other. */
    Optional<OfficeEntity> lock(OfficeCode code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lets the version grow although the office's own row says what it said. */
    void touch(OfficeEntity office) {
        getEntityManager().lock(office, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    KnownCodes known() {
        return new KnownCodes(
                "office",
                find("order by code").project(Name.class).stream()
                        .map(one -> new Named(one.code().value(), one.name()))
                        .toList());
    }

    static ProblemException missing(OfficeCode code) {
        return ProblemException.notFound("office " + code.value());
    }
}
