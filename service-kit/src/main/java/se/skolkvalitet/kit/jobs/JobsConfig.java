package se.skolkvalitet.kit.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set for jobs. */
@ConfigMapping(prefix = "kit.jobs")
public interface JobsConfig {
    /**
     * How many files may be on their way at once; further ones are refused. Each holds one of the service's 200 threads
     * for as long as its client sends, and all other requests must find one.
     */
    @WithDefault("20")
    int uploadsAtOnce();

    /** How long the file of a failed job is kept, for whoever looks into the failure. */
    @WithDefault("P7D")
    Duration keepFailedUploads();

    /** How long a file may get no further part, and no job, before it is taken for abandoned. */
    @WithDefault("P1D")
    Duration keepUnfinishedUploads();

    /** How long it can be read what was wrong with the lines of a job's file, counted from the job's end. */
    @WithDefault("P90D")
    Duration keepLineFaults();

    /**
     * How long a stopping service waits for its jobs to notice. One that does not is given back all the same, and
     * ends with the process.
     */
    @WithDefault("10s")
    Duration stopWait();
}
