package se.skolkvalitet.indicator.calculation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Drops what was calculated and never published. The newest calculation stays, whatever its age. */
@ApplicationScoped
class UnusedCalculations {
    private static final Logger LOG = Logger.getLogger(UnusedCalculations.class);

    @Inject
    CalculationStore store;

    @Inject
    CalculationRepository calculations;

    @Inject
    Clock clock;

    @ConfigProperty(name = "calculations.keep-without-release")
    Duration keep;

    /** Where readers hold the values for too long it is left to the next time. */
    void drop() {
        try {
            List<Long> dropped = QuarkusTransaction.requiringNew().call(this::dropOld);
            if (!dropped.isEmpty()) {
                LOG.infof("calculations that no release uses were dropped: %s", dropped);
            }
        } catch (RuntimeException e) {
            LOG.warnf("calculations that no release uses could not be dropped, trying again next time: %s", e);
        }
    }

    private List<Long> dropOld() {
        List<Long> unused = store.lockWithoutRelease(clock.instant().minus(keep));
        if (!unused.isEmpty()) {
            store.forget(unused);
            calculations.delete("number in ?1", unused);
        }
        return unused;
    }
}
