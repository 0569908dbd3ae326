package se.skolkvalitet.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose worker has died takes jobs and never does them; only a restart helps. */
@Liveness
@ApplicationScoped
class JobWorkersAlive implements HealthCheck {
    @Inject
    JobWorkers workers;

    @Override
    public HealthCheckResponse call() {
        return of(workers.workers());
    }

    static HealthCheckResponse of(List<JobWorker> workers) {
        var response = HealthCheckResponse.named("job-workers").up();
        for (JobWorker worker : workers) {
            response.withData(worker.kind(), worker.isDead() ? "dead" : "alive");
            if (worker.isDead()) {
                response.down();
            }
        }
        return response.build();
    }
}
