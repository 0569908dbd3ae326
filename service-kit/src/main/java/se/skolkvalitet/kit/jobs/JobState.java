package se.skolkvalitet.kit.jobs;

import se.skolkvalitet.kit.text.Term;

/** Where a job is in its life. A job that is given back or was cut off is queued or running again. */
public enum JobState implements Term {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
