package se.skolkvalitet.kit.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where in the history of its aggregate an event stands.
 *
 * @param epoch of the producing database
 * @param version of the aggregate, higher with each event of an epoch
 * @param time when it came about; null where that is not known
 */
record Mark(Instant epoch, long version, String eventId, Instant time) {
    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::epoch).thenComparingLong(Mark::version);
    /** The clocks of a producer's replicas may differ by so much. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    boolean isNewerThan(Mark known) {
        return ORDER.compare(this, known) > 0;
    }

    /** Why this is no mere repeat of something known or older, if it is none: the producer has gone back in time. */
    Optional<String> contradictionOf(Mark known) {
        if (ORDER.compare(this, known) == 0) {
            return eventId.equals(known.eventId())
                    ? Optional.empty()
                    : Optional.of(
                            "version %d is known from another event, %s; was the producer's database restored without a new epoch?"
                                    .formatted(version, known.eventId()));
        }
        boolean later = time != null
                && known.time() != null
                && time.isAfter(known.time().plus(CLOCKS));
        return later && !isNewerThan(known)
                ? Optional.of(
                        "version %d of epoch %s is older than the known %d of epoch %s, but came about later; was the producer's database restored without a new epoch?"
                                .formatted(version, epoch, known.version(), known.epoch()))
                : Optional.empty();
    }
}
