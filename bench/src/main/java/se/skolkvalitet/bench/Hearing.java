package se.skolkvalitet.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.skolkvalitet.stack.ServiceKind;

/** How far what regional-office-service tells has come, in its current epoch. */
final class Hearing {
    private static final Map<ServiceKind, List<String>> FOLLOWED = Map.of(
            ServiceKind.INDICATOR, List.of("regional.school-units", "regional.register", "regional.organisers"),
            ServiceKind.DIALOGUE, List.of("regional.organisers", "regional.offices", "regional.advisers"));

    private final Workbench bench;
    private final Database teller;

    Hearing(Workbench bench) {
        this.bench = bench;
        this.teller = bench.database(ServiceKind.REGIONAL_OFFICE);
    }

    /** How many events the current epoch has. */
    long told() {
        return teller.number("select count(*) from outbox where epoch = current_epoch()");
    }

    double secondsUntilSent(Stopwatch watch) {
        return watch.secondsUntil(
                "the outbox is empty",
                () -> teller.number("select count(*) from outbox where position is null and set_aside_at is null")
                        == 0);
    }

    /** Until each service that follows has taken in all that it follows. */
    double secondsUntilApplied(Stopwatch watch) {
        String epoch = teller.text("select current_epoch()");
        double last = 0;
        for (var follower : FOLLOWED.entrySet()) {
            String topics = follower.getValue().stream().collect(Collectors.joining("','", "('", "')"));
            long expected =
                    teller.number("select count(*) from outbox where epoch = current_epoch() and topic in " + topics);
            Database inbox = bench.database(follower.getKey());
            String applied = "select count(*) from inbox where epoch = '%s' and topic in %s".formatted(epoch, topics);
            last = watch.secondsUntil(
                    follower.getKey().artifact() + " has heard", () -> inbox.number(applied) == expected);
        }
        return last;
    }
}
