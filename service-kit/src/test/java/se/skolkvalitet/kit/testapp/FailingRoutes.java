package se.skolkvalitet.kit.testapp;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

/** Paths whose requests fail before a resource sees them. */
@ApplicationScoped
public class FailingRoutes {
    /** As where the threads of the pool and its queue are all taken. */
    public static final String NO_THREAD = "/failing/no-thread";

    /** As where the client went away. */
    public static final String CLIENT_GONE = "/failing/client-gone";

    /** As by a fault of ours. */
    public static final String BROKEN = "/failing/broken";

    void register(@Observes Router router) {
        fail(router, NO_THREAD, new RejectedExecutionException("the queue is full"));
        fail(router, CLIENT_GONE, new IOException("Connection reset by peer"));
        fail(router, BROKEN, new IllegalStateException("a fault"));
    }

    private static void fail(Router router, String path, Throwable failure) {
        router.get(path).handler(request -> request.fail(failure));
    }
}
