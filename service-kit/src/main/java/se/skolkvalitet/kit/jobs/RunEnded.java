package se.skolkvalitet.kit.jobs;

/**
 * This run of a job has to end here and write nothing, because the service stops or because another worker has the job
 * by now. The job goes on elsewhere; a handler lets this pass.
 */
public class RunEnded extends RuntimeException {
    public RunEnded(String message) {
        super(message);
    }
}
