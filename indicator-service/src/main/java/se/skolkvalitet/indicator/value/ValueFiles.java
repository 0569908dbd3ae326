package se.skolkvalitet.indicator.value;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.ReleaseFiles;
import se.skolkvalitet.indicator.release.ReleasePrepared;
import se.skolkvalitet.kit.jobs.JobRun;

/** Writes all values of a release into files, before it is published. */
@ApplicationScoped
class ValueFiles {
    private static final List<ValueFormat> FORMATS = List.of(new ValuesAsCsv(), new ValuesAsNdjson());
    private static final int LINES_BETWEEN_NEWS = 50_000;

    @Inject
    ReleaseFiles files;

    @Inject
    ValueStore values;

    /** A file that is there stays when the service ends, and the next run goes on with the next. */
    void write(@Observes ReleasePrepared prepared) {
        Release release = prepared.release();
        for (ValueFormat format : FORMATS) {
            if (!files.has(release, format.file())) {
                QuarkusTransaction.requiringNew().run(() -> {
                    prepared.run().hold();
                    files.write(
                            release,
                            format.file(),
                            format.mediaType(),
                            to -> write(prepared.run(), release, format, to));
                });
            }
        }
    }

    private long write(JobRun run, Release release, ValueFormat format, OutputStream to) throws IOException {
        try (ValueFormat.Lines lines = format.begin(to)) {
            Count count = new Count();
            values.forEach(release, value -> {
                lines.write(value);
                if (count.lines++ % LINES_BETWEEN_NEWS == 0) {
                    run.progress("writing " + format.file(), count.lines, release.valueCount());
                }
            });
            return count.lines;
        }
    }

    private static final class Count {
        private long lines;
    }
}
