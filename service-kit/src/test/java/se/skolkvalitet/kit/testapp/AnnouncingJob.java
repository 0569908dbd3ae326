package se.skolkvalitet.kit.testapp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;

/** Announces an office. */
@ApplicationScoped
public class AnnouncingJob implements JobHandler<AnnouncingJob.Parameters> {
    static final String KIND = "announce";

    @Inject
    Outbox outbox;

    public record Parameters(String code) {}

    public record Report(String announced) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    @Transactional
    public Object run(JobRun run, Parameters parameters) {
        outbox.add(AnnouncementResource.event(parameters.code()));
        Report report = new Report(parameters.code());
        run.complete(report);
        return report;
    }
}
