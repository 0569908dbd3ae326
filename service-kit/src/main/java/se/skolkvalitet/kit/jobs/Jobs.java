package se.skolkvalitet.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.time.Ids;

/** Where jobs are asked for and looked up. {@link Uploads} is the way for those that work on a file. */
@ApplicationScoped
public class Jobs {
    @Inject
    JobStore store;

    @Inject
    UploadStore uploads;

    /** Queues a job. */
    @Transactional
    public Job submit(String kind, Object parameters) {
        UUID id = Ids.next();
        store.insert(id, kind, parameters, null);
        return find(kind, id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Job submit(String kind, Object parameters, UUID upload, String sha256) {
        UUID id = Ids.next();
        store.insert(id, kind, parameters, sha256);
        uploads.bind(upload, id);
        return find(kind, id);
    }

    /** @throws ProblemException 404 where there is no such job of the kind */
    public Job find(String kind, UUID id) {
        return store.find(kind, id).orElseThrow(() -> ProblemException.notFound(kind + " " + id));
    }

    /** Jobs of a kind, newest first. */
    public List<Job> list(String kind, Optional<UUID> before, int limit) {
        return store.list(kind, before.orElse(null), limit);
    }
}
