package se.skolkvalitet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import se.skolkvalitet.stack.mainjob.Api;

/** Long work of a service, with the time that it took. */
final class Jobs {
    private Jobs() {}

    /**
     * A job that has completed.
     *
     * @param seconds from before the request until the client knew that it was completed
     * @param secondsAtWork what the service itself says
     */
    record Done(double seconds, double secondsAtWork, JsonNode report) {}

    static Done run(Api service, Supplier<Api.Answer> request) {
        Stopwatch watch = Stopwatch.start();
        JsonNode job = service.awaitJob(request.get().location(), state -> {});
        double seconds = watch.seconds();
        Duration atWork = Duration.between(
                OffsetDateTime.parse(job.path("startedAt").asText()),
                OffsetDateTime.parse(job.path("finishedAt").asText()));
        return new Done(seconds, atWork.toNanos() / 1e9, job.path("report"));
    }
}
