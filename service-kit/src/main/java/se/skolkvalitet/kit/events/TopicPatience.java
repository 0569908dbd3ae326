package se.skolkvalitet.kit.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The relay's patience with topics that cannot be written now: each rests for a moment, so that its events do not hold
 * up the others, and those of one that cannot be written for too long are to be set aside.
 */
final class TopicPatience {
    private static final Duration REST = Duration.ofSeconds(2);

    private final Duration patience;
    private final Map<String, Instant> restingUntil = new HashMap<>();
    private final Map<String, Instant> unwritableSince = new HashMap<>();

    TopicPatience(Duration patience) {
        this.patience = patience;
    }

    void rest(String topic, Instant now) {
        restingUntil.put(topic, now.plus(REST));
    }

    Set<String> resting(Instant now) {
        restingUntil.values().removeIf(until -> !until.isAfter(now));
        return Set.copyOf(restingUntil.keySet());
    }

    /**
     * Notes that the topic itself cannot be written, which is not so while the broker is away.
     *
     * @return whether its events have waited for it long enough
     */
    boolean endsWith(String topic, Instant now) {
        Instant since = unwritableSince.computeIfAbsent(topic, first -> now);
        return !since.plus(patience).isAfter(now);
    }

    /** Forgets what was noted of topics that have been written. */
    void written(Collection<String> topics) {
        unwritableSince.keySet().removeAll(topics);
    }
}
