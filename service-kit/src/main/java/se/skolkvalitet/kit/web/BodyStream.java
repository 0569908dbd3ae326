package se.skolkvalitet.kit.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * The body of a request as resources read it: refused when it is too large, as soon as that is known, and when the client
 * breaks it off. The server's own stream answers for itself there, without a problem, and takes the trailer of a chunked
 * body for a read of no bytes, which no reader of JSON expects.
 *
 * <p>What nobody reads is never looked at: an operation that takes no body does not fail for one.
 */
class BodyStream extends InputStream {
    private final RoutingContext context;
    private final Supplier<InputStream> source;
    private final long most;

    private InputStream opened;
    private long read;

    /** @param source what was gathered, or the server's stream, which begins to read when it is made */
    BodyStream(RoutingContext context, Supplier<InputStream> source, long most) {
        this.context = context;
        this.source = source;
        this.most = most;
    }

    /** Nothing where none is stated; the server lets none pass that is no number. */
    static long statedLength(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int count = readSome(bytes, offset, length);
        read += Math.max(count, 0);
        if (read > most) {
            throw tooLarge();
        }
        return count;
    }

    private int readSome(byte[] bytes, int offset, int length) {
        try {
            if (opened == null) {
                open();
            }
            int count = opened.read(bytes, offset, length);
            while (count == 0) {
                count = opened.read(bytes, offset, length);
            }
            return count;
        } catch (IOException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body ended before it was complete.");
        }
    }

    private void open() {
        if (statedLength(context) > most) {
            throw tooLarge();
        }
        opened = source.get();
    }

    private ProblemException tooLarge() {
        LastAnswer.of(context);
        return new ProblemException(ProblemType.TOO_LARGE, "A body may have at most %d bytes here.".formatted(most));
    }

    /** The server's stream would wait for the rest, or gather it in memory after the answer; it is thrown away. */
    @Override
    public void close() {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            request.handler(null);
        }
    }
}
