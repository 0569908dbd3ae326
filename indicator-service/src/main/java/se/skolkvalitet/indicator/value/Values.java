package se.skolkvalitet.indicator.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.kit.problem.ProblemException;

/** The published values, for other features. */
@ApplicationScoped
public class Values {
    @Inject
    ValueStore values;

    @Inject
    Releases releases;

    /** @throws ProblemException 404 where there is none */
    public Release releaseOf(ValueId id) {
        return releases.find(id.release());
    }

    /** @throws ProblemException 404 where there is none */
    public Value find(Release release, ValueId id) {
        return values.find(release, id);
    }
}
