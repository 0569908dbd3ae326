package se.skolkvalitet.indicator.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.kit.problem.ProblemException;

/** The values of releases, for other features. */
@ApplicationScoped
public class PublishedValues {
    @Inject
    Releases releases;

    @Inject
    ValueStore values;

    /** @throws ProblemException 404 where there is none */
    public Value find(ValueId id) {
        return findAny(id).orElseThrow(() -> ProblemException.notFound("value " + id.value()));
    }

    /** @throws ProblemException 404 where there is no such release */
    public Optional<Value> findAny(ValueId id) {
        return values.find(releases.find(id.release()), id);
    }
}
