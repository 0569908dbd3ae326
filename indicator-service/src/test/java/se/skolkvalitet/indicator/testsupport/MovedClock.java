package se.skolkvalitet.indicator.testsupport;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The clock of the service under test: the system's, and as far ahead of it as a test wants. */
public final class MovedClock extends Clock {
    private static volatile Duration ahead = Duration.ZERO;

    private final Clock system;

    private MovedClock(Clock system) {
        this.system = system;
    }

    /** @param by from the system's time; zero for that itself */
    public static void setAhead(Duration by) {
        ahead = by;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(system.withZone(zone));
    }

    static class Producer {
        @Produces
        @Alternative
        @Priority(1)
        @Singleton
        Clock clock() {
            return new MovedClock(Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)));
        }
    }
}
