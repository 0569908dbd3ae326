package se.skolkvalitet.regional.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.GeographyStore;
import se.skolkvalitet.regional.office.CoverageTransferResource.Move;

/**
 * Which office answers for which county. Its writers come one after the other: an answer to one is always about the map
 * that the one before left.
 */
@ApplicationScoped
public class CoverageMap {
    @Inject
    CoverageRepository coverage;

    @Inject
    OfficeRepository repository;

    @Inject
    Offices offices;

    @Inject
    GeographyStore geography;

    @Inject
    Event<CoverageChanged> changed;

    /**
     * Keeps the map as it is until the transaction ends. For who stores something that follows from it: a change of the
     * map then comes wholly before, and is seen, or wholly after, and sees what was stored. To be called before the
     * first row is written that {@link CoverageChanged} makes others write, or two transactions could wait for each
     * other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdStill() {
        coverage.lockForReading();
    }

    /**
     * Makes an office answer for these counties and no others.
     *
     * @throws ProblemException 400 for counties that do not exist and for counties told twice, 409 for counties that
     *     another office has; all told at once
     */
    @Transactional
    Office cover(OfficeCode code, String ifMatch, List<CountyCode> counties) {
        coverage.lockForChange();
        OfficeEntity office = repository.lock(code).orElseThrow(() -> OfficeRepository.missing(code));
        EntityTags.require(ifMatch, office.version());
        requireCounties(counties);
        requireFree(code, counties);
        Set<CountyCode> different = replace(code, new HashSet<>(counties));
        if (different.isEmpty()) {
            return repository.read(code);
        }
        announce(List.of(office), different);
        return repository.read(code);
    }

    /** @return the counties that the office did not have before or has no longer */
    private Set<CountyCode> replace(OfficeCode code, Set<CountyCode> wanted) {
        Map<CountyCode, CoverageEntity> before = coverage.of(code);
        Set<CountyCode> different = new HashSet<>();
        before.forEach((county, row) -> {
            if (!wanted.contains(county)) {
                coverage.delete(row);
                different.add(county);
            }
        });
        for (CountyCode county : wanted) {
            if (!before.containsKey(county)) {
                coverage.persist(new CoverageEntity(county, code));
                different.add(county);
            }
        }
        return different;
    }

    /**
     * Passes counties from office to office, all or none of them; at no time is one of them without an office.
     *
     * @return the offices that gave or took, in the order of their codes
     * @throws ProblemException 400 for counties and offices that do not exist and for counties told twice, 409 for
     *     counties that the giving office does not have; all told at once
     */
    @Transactional
    List<Office> transfer(List<Move> moves) {
        coverage.lockForChange();
        requireSound(moves);
        Map<CountyCode, CoverageEntity> rows =
                coverage.of(moves.stream().map(Move::county).toList());
        requireGiven(moves, rows);
        List<OfficeEntity> concerned = moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .map(OfficeCode::value)
                .distinct()
                .sorted()
                .map(code -> repository.lock(new OfficeCode(code)).orElseThrow())
                .toList();
        Set<CountyCode> passed = new HashSet<>();
        for (Move move : moves) {
            rows.get(move.county()).passTo(move.to());
            passed.add(move.county());
        }
        announce(concerned, passed);
        return repository.read(concerned.stream().map(OfficeEntity::code).toList());
    }

    private void announce(List<OfficeEntity> concerned, Set<CountyCode> different) {
        concerned.forEach(repository::touch);
        coverage.flush();
        repository.read(concerned.stream().map(OfficeEntity::code).toList()).forEach(offices::announce);
        changed.fire(new CoverageChanged(different));
    }

    private void requireCounties(List<CountyCode> counties) {
        KnownCodes known = geography.knownCounties();
        Set<CountyCode> seen = new HashSet<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < counties.size(); i++) {
            String field = "counties[%d]".formatted(i);
            CountyCode county = counties.get(i);
            known.fault(field, county).ifPresent(faults::add);
            if (!seen.add(county)) {
                faults.add(
                        new FieldError(field, "duplicate", "The county %s is told twice.".formatted(county.value())));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private void requireFree(OfficeCode code, List<CountyCode> counties) {
        Map<CountyCode, CoverageEntity> rows = coverage.of(counties);
        Set<String> taken = new TreeSet<>();
        rows.forEach((county, row) -> {
            if (!row.office().equals(code)) {
                taken.add("%s (%s)".formatted(county.value(), row.office().value()));
            }
        });
        if (!taken.isEmpty()) {
            throw ProblemException.conflict("Other offices answer for these counties: " + String.join(", ", taken));
        }
    }

    private void requireSound(List<Move> moves) {
        KnownCodes counties = geography.knownCounties();
        KnownCodes known = offices.known();
        Set<CountyCode> seen = new HashSet<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            String path = "moves[%d].".formatted(i);
            counties.fault(path + "county", move.county()).ifPresent(faults::add);
            known.fault(path + "from", move.from()).ifPresent(faults::add);
            known.fault(path + "to", move.to()).ifPresent(faults::add);
            if (move.from().equals(move.to())) {
                faults.add(new FieldError(path + "to", "same", "The county is passed to the office that has it."));
            }
            if (!seen.add(move.county())) {
                faults.add(new FieldError(
                        path + "county",
                        "duplicate",
                        "The county %s is passed twice.".formatted(move.county().value())));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static void requireGiven(List<Move> moves, Map<CountyCode, CoverageEntity> rows) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            CoverageEntity row = rows.get(move.county());
            if (row == null || !row.office().equals(move.from())) {
                faults.add(new FieldError(
                        "moves[%d].from".formatted(i),
                        "not-covered",
                        "The county %s is not covered by %s but by %s."
                                .formatted(
                                        move.county().value(),
                                        move.from().value(),
                                        row == null ? "no office" : row.office().value())));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Some counties are not covered by the office that is to give them.", faults);
        }
    }
}
