package se.skolkvalitet.kit.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * A body that is gathered in memory before its request gets a thread, so that a client which sends slowly holds none. The
 * request goes on when the body is there, and when it is clear that it will not do: then reading it says why, and an
 * operation that takes no body does not fail for one.
 */
final class GatheredBody {
    private static final String KEY = GatheredBody.class.getName();

    private final RoutingContext context;
    private final long most;
    private final Duration patience;
    private final Semaphore work;
    private final Pieces bytes;

    private ProblemException problem;
    private long timer;
    private boolean handedOver;
    private int atWork;

    /**
     * @param most bytes that the body may have; of a larger one the first that are too many are still gathered
     * @param room bytes that all bodies may still have together
     * @param work bytes that the bodies whose requests have a thread, or wait for one, may still have together
     */
    GatheredBody(RoutingContext context, long most, Duration patience, Semaphore room, Semaphore work) {
        this.context = context;
        this.most = most;
        this.patience = patience;
        this.work = work;
        bytes = new Pieces(room);
    }

    /** Null where none was gathered. */
    static GatheredBody of(RoutingContext context) {
        return context.get(KEY);
    }

    void gather() {
        timer = context.vertx().setTimer(patience.toMillis(), passed -> giveUp(tooSlow()));
        context.addEndHandler(ended -> {
            context.vertx().cancelTimer(timer);
            if (handedOver && ended.failed()) {
                // The client went away, and a thread may still be at work for it.
                context.vertx().setTimer(patience.toMillis(), passed -> giveBack());
            } else {
                giveBack();
            }
        });
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_1_1
                && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.handler(this::add).endHandler(ended -> goOn()).resume();
    }

    InputStream stream() {
        if (problem != null) {
            LastAnswer.of(context);
            throw problem;
        }
        return bytes.stream();
    }

    private void add(Buffer more) {
        if (!bytes.add(more)) {
            giveUp(noRoom());
        } else if (bytes.length() > most) {
            goOn();
        }
    }

    private void giveUp(ProblemException reason) {
        problem = reason;
        goOn();
    }

    private void goOn() {
        context.vertx().cancelTimer(timer);
        context.request().handler(null).endHandler(null);
        if (problem == null && work.tryAcquire(bytes.length())) {
            atWork = bytes.length();
        } else if (problem == null) {
            problem = noRoom();
        }
        handedOver = true;
        context.put(KEY, this);
        context.next();
    }

    private void giveBack() {
        bytes.giveBack();
        work.release(atWork);
        atWork = 0;
    }

    private static ProblemException noRoom() {
        return new ProblemException(
                ProblemType.UNAVAILABLE, "So many requests are being received that there is no room for this.");
    }

    private ProblemException tooSlow() {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                "The body was not complete after %d seconds.".formatted(patience.toSeconds()));
    }
}
