package se.skolkvalitet.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.jobs.LineFaultStore.Kept;
import se.skolkvalitet.kit.jobs.LineFaultStore.Place;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.time.Ids;
import se.skolkvalitet.kit.web.Cursor;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Where jobs are asked for and looked up. {@link Uploads} is the way for those that work on a file. */
@ApplicationScoped
public class Jobs {
    @Inject
    JobStore store;

    @Inject
    UploadStore uploads;

    @Inject
    LineFaultStore lineFaults;

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

    /**
     * What was wrong with the lines of a job's file, in the order of the file; of one that is at work, what it has found
     * so far.
     *
     * @throws ProblemException 404 where there is no such job of the kind
     */
    public Page<LineFault> faults(String kind, UUID id, PageRequest page) {
        find(kind, id);
        Place after = page.after(2, key -> new Place(Long.parseLong(key.get(0)), Long.parseLong(key.get(1))));
        return Page.of(
                        lineFaults.page(id, after == null ? Place.START : after, page.fetch()),
                        page,
                        fault -> Cursor.of(fault.line(), fault.position()))
                .map(Kept::fault);
    }

    /** Jobs of a kind, newest first. */
    public List<Job> list(String kind, Optional<UUID> before, int limit) {
        return store.list(kind, before.orElse(null), limit);
    }
}
