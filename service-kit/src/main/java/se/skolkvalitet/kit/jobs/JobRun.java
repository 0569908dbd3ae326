package se.skolkvalitet.kit.jobs;

import java.io.InputStream;
import java.util.UUID;
import se.skolkvalitet.kit.imports.LineFaults;

/** A job's view of itself while it runs. */
public interface JobRun {
    UUID id();

    /** The uploaded file, streamed from storage. */
    InputStream input();

    /** SHA-256 of the uploaded file in hexadecimal, null where the job has none. */
    String inputSha256();

    /**
     * Where the faults in the uploaded file go. They are kept at once, whatever becomes of the job's transaction, and
     * read by {@link Jobs#faults}; those of an earlier run are gone.
     */
    LineFaults faults();

    /** Where goes what is odd in the uploaded file and stops nothing; kept as faults are, read by {@link Jobs#warnings}. */
    LineFaults warnings();

    /**
     * Says at once to everyone what the job does now, whatever transaction it is in.
     *
     * @throws RunEnded where the service stops or another has the job by now
     */
    void progress(String step, long done, Long total);

    /**
     * Goes on only where it makes sense: to be called before what takes long, and after what may return half of its
     * result when the thread is interrupted. A stopping service interrupts the threads of its jobs.
     *
     * @throws RunEnded where the service stops, or the worker has lost the right to this job
     */
    void checkpoint();

    /**
     * Keeps the job this run's until the caller's transaction ends: whoever takes it over waits for that. To be called
     * first in each transaction that commits a part of the work without completing the job, so that no part comes after
     * another worker has looked what there is.
     *
     * @throws RunEnded where the service stops or another has the job by now; the caller's transaction is rolled back
     */
    void hold();

    /**
     * Marks the job as completed in the caller's transaction: either the work and its completion are there, or
     * neither.
     *
     * @throws RunEnded where the service stops or another has the job by now; the caller's transaction is rolled back
     */
    void complete(Object report);
}
