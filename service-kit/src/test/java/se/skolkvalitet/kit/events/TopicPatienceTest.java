package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicPatienceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant SHORTLY_BEFORE_ITS_END = START.plus(PATIENCE).minusSeconds(1);
    private static final Instant ITS_END = START.plus(PATIENCE);

    private final TopicPatience patience = new TopicPatience(PATIENCE);

    @Test
    void itDoesNotEndAtOnce() {
        assertThat(patience.endsWith("missing", START)).isFalse();
    }

    @Test
    void itEndsWhenTheTopicCouldNotBeWrittenForSoLong() {
        patience.endsWith("missing", START);

        assertThat(patience.endsWith("missing", SHORTLY_BEFORE_ITS_END)).isFalse();
        assertThat(patience.endsWith("missing", ITS_END)).isTrue();
    }

    @Test
    void itBeginsAnewForATopicThatHasBeenWrittenInBetween() {
        patience.endsWith("missing", START);

        patience.written(List.of("missing"));

        assertThat(patience.endsWith("missing", ITS_END)).isFalse();
    }

    @Test
    void itIsOneForEachTopic() {
        patience.endsWith("missing", START);

        patience.written(List.of("another"));

        assertThat(patience.endsWith("another", ITS_END)).isFalse();
        assertThat(patience.endsWith("missing", ITS_END)).isTrue();
    }

    @Test
    void aTopicRestsForAMomentOnly() {
        patience.rest("missing", START);

        assertThat(patience.resting(START.plusSeconds(1))).containsExactly("missing");
        assertThat(patience.resting(START.plusSeconds(2))).isEmpty();
    }
}
