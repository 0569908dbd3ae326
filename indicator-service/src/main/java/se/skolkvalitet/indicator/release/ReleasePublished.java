package se.skolkvalitet.indicator.release;

import se.skolkvalitet.kit.jobs.JobRun;

/** Fired inside the transaction that publishes a release, for what must be published with it. */
public record ReleasePublished(Release release, JobRun run) {}
