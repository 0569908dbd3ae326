package se.skolkvalitet.indicator.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;

/**
 * Publishes a calculation as a release, with an analysis document for each organiser, in one transaction. A
 * calculation is published once: asking again gives the release that it already has.
 */
@ApplicationScoped
class ReleaseJob implements JobHandler<ReleaseJob.Parameters> {
    static final String KIND = "release-publication";
    private static final String INSERT = Sql.load(ReleaseJob.class, "insert-release");

    @Inject
    Jdbi jdbi;

    @Inject
    ReleaseStore releases;

    @Inject
    Outbox outbox;

    @Inject
    Event<ReleasePublished> published;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.application.version")
    String codeVersion;

    record Parameters(long calculation) {}

    /** @param alreadyPublished the calculation had this release before */
    public record Report(Release release, boolean alreadyPublished) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public Object run(JobRun run, Parameters parameters) {
        Optional<Release> existing = releases.ofCalculation(parameters.calculation());
        if (existing.isPresent()) {
            return new Report(existing.get(), true);
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    Report report = new Report(publish(handle, run, parameters.calculation()), false);
                    run.complete(report);
                    return report;
                }));
    }

    private Release publish(Handle handle, JobRun run, long calculation) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int inserted = handle.createUpdate(INSERT)
                .bind("calculation", calculation)
                .bind("year", now.getYear())
                .bind("codeVersion", codeVersion)
                .bind("now", now)
                .execute();
        if (inserted == 0) {
            throw new JobFailed("There is no calculation %d.".formatted(calculation));
        }
        Release release = releases.ofCalculation(calculation).orElseThrow();
        outbox.add(new se.skolkvalitet.kit.events.Event(
                Release.Published.TOPIC,
                Release.Published.TYPE,
                release.id(),
                release.sequence(),
                Release.Published.from(release)));
        published.fire(new ReleasePublished(release, run));
        return release;
    }
}
