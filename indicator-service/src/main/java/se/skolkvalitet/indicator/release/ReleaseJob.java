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
import se.skolkvalitet.indicator.calculation.Calculation;
import se.skolkvalitet.indicator.calculation.Calculations;
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

    @Inject
    ReleaseRepository releases;

    @Inject
    Calculations calculations;

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
        Calculation calculation = calculations
                .find(parameters.calculation())
                .orElseThrow(() -> new JobFailed("There is no calculation %d.".formatted(parameters.calculation())));
        return QuarkusTransaction.requiringNew().call(() -> {
            Report report = new Report(publish(run, calculation), false);
            run.complete(report);
            return report;
        });
    }

    private Release publish(JobRun run, Calculation calculation) {
        Release release = next(calculation);
        releases.persistAndFlush(new ReleaseEntity(release));
        outbox.add(new se.skolkvalitet.kit.events.Event(
                Release.Published.TOPIC,
                Release.Published.TYPE,
                release.id(),
                release.sequence(),
                Release.Published.from(release)));
        published.fire(new ReleasePublished(release, run));
        return release;
    }

    /** Two cannot take the same number: of the jobs of a kind one is at work at a time. */
    private Release next(Calculation calculation) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String id = "%d.%d".formatted(now.getYear(), releases.ofYear(now.getYear()) + 1);
        long sequence = releases.newest().map(Release::sequence).orElse(0L) + 1;
        return new Release(
                id,
                sequence,
                calculation.number(),
                calculation.edition(),
                codeVersion,
                now,
                calculations.valueCount(calculation));
    }
}
