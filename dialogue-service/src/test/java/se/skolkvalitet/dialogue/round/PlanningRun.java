package se.skolkvalitet.dialogue.round;

import java.io.InputStream;
import java.util.UUID;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobRun;

/** A run of a planning without a worker, which nobody watches or stops but the test. */
abstract class PlanningRun implements JobRun {
    @Override
    public UUID id() {
        return new UUID(0, 0);
    }

    @Override
    public InputStream input() {
        return InputStream.nullInputStream();
    }

    @Override
    public String inputSha256() {
        return null;
    }

    @Override
    public LineFaults faults() {
        return new LineFaults(found -> {});
    }

    @Override
    public LineFaults warnings() {
        return new LineFaults(found -> {});
    }

    @Override
    public void progress(String step, long done, Long total) {
        // Nobody watches.
    }

    @Override
    public void hold() {
        // Nobody else has it.
    }

    @Override
    public void complete(Object report) {
        // Nobody reads it.
    }
}
