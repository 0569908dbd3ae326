package se.skolkvalitet.indicator.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.skolkvalitet.kit.problem.ProblemException;

/** The releases that exist. */
@ApplicationScoped
public class Releases {
    @Inject
    ReleaseRepository releases;

    List<Release> list() {
        return releases.newestFirst();
    }

    /** @param id a number, or {@code latest} */
    public Release find(String id) {
        return (id.equals("latest") ? releases.newest() : releases.record(id))
                .orElseThrow(() -> ProblemException.notFound(id.equals("latest") ? "release yet" : "release " + id));
    }
}
