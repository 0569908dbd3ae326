package se.skolkvalitet.indicator.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Nearest.Named;

/** The releases that exist. */
@ApplicationScoped
public class Releases {
    @Inject
    ReleaseRepository releases;

    /** @param after sequence of the release before the page, null for the first page */
    List<Release> list(Long after, int limit) {
        return releases.newestFirst(after, limit);
    }

    /** @throws ProblemException 404 where there is none */
    public Release find(ReleaseKey key) {
        return read(key)
                .orElseThrow(
                        () -> ProblemException.notFound(key.isLatest() ? "release yet" : "release " + key.value()));
    }

    /**
     * The release that a filter asks for.
     *
     * @throws ProblemException 400 with the nearest ones where there is none of the number, 404 where there is none yet
     */
    public Release asked(String field, ReleaseKey key) {
        if (!key.isLatest() && read(key).isEmpty()) {
            known().require(field, key);
        }
        return find(key);
    }

    @Produces
    FilterCodes numbers() {
        return new FilterCodes(ReleaseKey.class, this::known);
    }

    private KnownCodes known() {
        return new KnownCodes(
                "release", releases.numbers().stream().map(Named::of).toList());
    }

    private Optional<Release> read(ReleaseKey key) {
        return key.isLatest() ? releases.newest() : releases.record(key.value());
    }
}
