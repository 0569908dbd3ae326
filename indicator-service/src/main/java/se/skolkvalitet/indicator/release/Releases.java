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
        return releases.lastPublishedFirst(after, limit);
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

    /** Whether it is the newest one, as it was corrected last. */
    public boolean isLatest(Release release) {
        return releases.newest().filter(release::equals).isPresent();
    }

    /**
     * The release that another corrects, or else the newest of those that it follows.
     *
     * @throws ProblemException 404 where there is none before it
     */
    Release before(Release release) {
        return (release.corrects() == null ? releases.newestBefore(release) : releases.record(release.corrects()))
                .orElseThrow(() -> ProblemException.notFound("release before " + release.id()));
    }

    /**
     * A release that a filter asks for, to hold another against it.
     *
     * @throws ProblemException 400 where there is none of the number, or where it was not published before the other
     */
    Release olderThan(Release release, String field, ReleaseKey key) {
        Release other = asked(field, key);
        if (other.sequence() >= release.sequence()) {
            throw ProblemException.invalid(
                    field, "before", "Release %s was not published before %s.".formatted(other.id(), release.id()));
        }
        return other;
    }

    /**
     * The release that is to be corrected.
     *
     * @throws ProblemException 400 where there is none of the number, 404 where there is none yet, 409 where it is corrected already,
     *     or follows another edition than what would correct it: that is a release of its own
     */
    Release toCorrect(String field, ReleaseKey key, int edition) {
        Release release = asked(field, key);
        if (release.correctedBy() != null) {
            throw ProblemException.conflict("Release %s is corrected by %s, which could be corrected in its turn."
                    .formatted(release.id(), release.correctedBy()));
        }
        if (release.edition() != edition) {
            throw ProblemException.conflict(
                    "Release %s follows edition %d, and the calculation edition %d: that is no correction, but a release of its own."
                            .formatted(release.id(), release.edition(), edition));
        }
        return release;
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
