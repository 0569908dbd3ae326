package se.skolkvalitet.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final int MANY_FAILURES = 100;

    @Test
    void aLongPauseEndsAtOnceWhenTheServiceStops() {
        Backoff backoff = new Backoff();
        CompletableFuture<Throwable> pause =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> backoff.pause(MANY_FAILURES)));
        await().during(Duration.ofMillis(300)).until(() -> !pause.isDone());

        backoff.stop();

        await().atMost(Duration.ofSeconds(1)).until(pause::isDone);
        assertThat(pause.join()).isInstanceOf(Backoff.Stopped.class);
    }
}
