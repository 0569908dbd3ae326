package se.skolkvalitet.kit.jobs;

import java.io.InputStream;
import java.util.UUID;

/** A job's view of itself while it runs. */
public interface JobRun {
    UUID id();

    /** The uploaded file, streamed from storage. */
    InputStream input();

    /** SHA-256 of the uploaded file in hexadecimal, null where the job has none. */
    String inputSha256();

    /** Says at once to everyone what the job does now, whatever transaction it is in. */
    void progress(String step, long done, Long total);

    /**
     * Marks the job as completed in the caller's transaction: either the work and its completion are there, or
     * neither.
     */
    void complete(Object report);
}
