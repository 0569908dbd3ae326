package se.skolkvalitet.kit.jobs;

/**
 * Does one kind of job.
 *
 * @param <P> the record that holds its parameters
 */
public interface JobHandler<P> {
    String kind();

    Class<P> parametersType();

    /**
     * Does the work and returns its report, a record that becomes JSON. May be started again from the beginning when
     * the service ends in the middle, so everything it leaves behind is written in one transaction that also
     * {@linkplain JobRun#complete completes} the job, or can be written twice without harm.
     *
     * @throws JobFailed where the work cannot be done and no other try would help
     */
    Object run(JobRun run, P parameters);
}
