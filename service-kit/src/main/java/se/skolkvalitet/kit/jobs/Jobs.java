package se.skolkvalitet.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.Severity;
import se.skolkvalitet.kit.jobs.LineFaultStore.Kept;
import se.skolkvalitet.kit.jobs.LineFaultStore.Place;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.time.Ids;
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
    public Page<LineFault> faults(String kind, JobKey key, PageRequest page) {
        return told(kind, key, Severity.FAULT, page);
    }

    /** What is odd in the lines of a job's file, told as {@link #faults} are. */
    public Page<LineFault> warnings(String kind, JobKey key, PageRequest page) {
        return told(kind, key, Severity.WARNING, page);
    }

    private Page<LineFault> told(String kind, JobKey key, Severity severity, PageRequest page) {
        Job job = find(kind, key);
        Place after = page.after(2, place -> new Place(Long.parseLong(place.get(0)), Long.parseLong(place.get(1))));
        return Page.of(
                        lineFaults.page(job.id(), severity, after == null ? Place.START : after, page.fetch()),
                        page,
                        fault -> List.of(fault.line(), fault.position()))
                .map(Kept::fault);
    }

    /** @throws ProblemException 404 where there is no such job of the kind, or none at all yet */
    public Job find(String kind, JobKey key) {
        return key.isLatest()
                ? store.list(kind, null, 1).stream()
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound(kind + " yet"))
                : find(kind, key.id());
    }

    /** Jobs of a kind, newest first. */
    public Page<Job> list(String kind, PageRequest page) {
        return Page.of(store.list(kind, page.afterId(), page.fetch()), page, job -> List.of(job.id()));
    }
}
