package se.skolkvalitet.dialogue.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Day;
import se.skolkvalitet.kit.text.Nearest.Named;

/** Rounds in the database. */
@ApplicationScoped
class RoundRepository implements PanacheRepositoryBase<RoundEntity, RoundCode> {
    private static final Sort EARLIEST_FIRST = Sort.by("firstDay", "code");
    private static final Sort LATEST_FIRST = Sort.descending("firstDay", "code");

    /** Where a round stands in the list. */
    record Place(LocalDate firstDay, RoundCode code) {
        static Place read(List<String> key) {
            return new Place(Day.of(key.get(0)), new RoundCode(key.get(1)));
        }
    }

    /** @param after the place of the round before the page, null for the first page */
    List<Round> page(Place after, int limit) {
        var query = after == null
                ? findAll(EARLIEST_FIRST)
                : find(
                        "firstDay > :firstDay or (firstDay = :firstDay and code > :code)",
                        EARLIEST_FIRST,
                        Parameters.with("firstDay", after.firstDay()).and("code", after.code()));
        return query.range(0, limit - 1).project(Round.class).list();
    }

    Optional<Round> latest() {
        return findAll(LATEST_FIRST).project(Round.class).firstResultOptional();
    }

    /** The round that the day lies in, the latest where there are several. */
    Optional<Round> at(LocalDate day) {
        return find("firstDay <= ?1 and lastDay >= ?1", LATEST_FIRST, day)
                .project(Round.class)
                .firstResultOptional();
    }

    /** What a round is called. */
    public record Name(RoundCode code, String name) {}

    KnownCodes known() {
        return new KnownCodes(
                "round",
                findAll(Sort.by("code")).project(Name.class).stream()
                        .map(one -> new Named(one.code().value(), one.name()))
                        .toList());
    }

    /** Without loading it: whoever locks the round afterwards must see it as it is then. */
    boolean isThere(RoundCode code) {
        return count("code", code) > 0;
    }

    RoundEntity get(RoundCode code) {
        return findByIdOptional(code).orElseThrow(() -> missing(code));
    }

    /** The same with its row locked until the transaction ends: a round's planners come one after the other. */
    RoundEntity lock(RoundCode code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(code));
    }

    private static ProblemException missing(RoundCode code) {
        return ProblemException.notFound("round " + code.value());
    }
}
