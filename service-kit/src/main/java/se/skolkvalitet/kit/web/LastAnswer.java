package se.skolkvalitet.kit.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Ends a connection whose client is still sending what was refused. It gets a moment to see the answer: a connection that
 * is closed at once, with bytes on their way, takes the answer with it.
 */
final class LastAnswer {
    private static final long MOMENT_MILLIS = Duration.ofSeconds(2).toMillis();

    private LastAnswer() {}

    /** Makes the next answer the last one of its connection. */
    static void of(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(answered -> context.vertx()
                .setTimer(
                        MOMENT_MILLIS, passed -> context.request().connection().close()));
    }
}
