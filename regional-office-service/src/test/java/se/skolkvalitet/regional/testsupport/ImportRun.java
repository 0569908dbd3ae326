package se.skolkvalitet.regional.testsupport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobRun;

/** A run of an import without a worker, whose last step before the commit is the test's own. */
public record ImportRun(String file, Runnable beforeCommit) implements JobRun {
    @Override
    public UUID id() {
        return new UUID(0, 1);
    }

    @Override
    public InputStream input() {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
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
    public void checkpoint() {
        // Nobody stops it.
    }

    @Override
    public void progress(String step, long done, Long total) {
        // Nobody watches.
    }

    @Override
    public void hold() {
        checkpoint();
    }

    @Override
    public void complete(Object report) {
        beforeCommit.run();
    }
}
