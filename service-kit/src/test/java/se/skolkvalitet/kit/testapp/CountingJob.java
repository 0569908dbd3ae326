package se.skolkvalitet.kit.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;

/** Counts the bytes of an upload; one that begins with a zero byte cannot be counted. */
@ApplicationScoped
@SuppressWarnings("rawtypes")
public class CountingJob implements JobHandler<Map> {
    public static final String KIND = "count";

    public record Report(long bytes) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Map> parametersType() {
        return Map.class;
    }

    @Override
    public Object run(JobRun run, Map parameters) {
        try (var input = run.input()) {
            long bytes = 0;
            byte[] buffer = new byte[10_000];
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                if (bytes == 0 && buffer[0] == 0) {
                    throw new JobFailed("It begins with a zero.", new Report(0));
                }
                bytes += read;
                run.progress("counting", bytes, null);
            }
            return new Report(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
