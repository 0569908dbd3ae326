package se.skolkvalitet.indicator.release;

import se.skolkvalitet.kit.jobs.JobRun;

/**
 * Fired before a release is published, outside any transaction, for what must be there with it. Fired again for the same
 * release where that was cut off: what is there already is to be kept.
 */
public record ReleasePrepared(Release release, JobRun run) {}
