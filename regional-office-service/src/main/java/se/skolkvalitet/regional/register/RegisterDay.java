package se.skolkvalitet.regional.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of the register are those of the Swedish calendar. */
@ApplicationScoped
class RegisterDay {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Clock clock;

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDEN);
    }
}
