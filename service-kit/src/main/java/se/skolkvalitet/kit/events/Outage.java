package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells what passes by itself (the database or a neighbour is away) from what no later try will mend. */
final class Outage {
    private static final int SERVER_ERROR = 500;
    /** Not in time, and too many at once. */
    private static final List<Integer> LATER = List.of(408, 429);
    /** SQLSTATE classes: connection, resources, operator intervention, system error, and rollback for a rival. */
    private static final List<String> PASSING = List.of("08", "53", "57", "58", "40");

    /** SQLSTATE classes of what the event alone is at fault for: a value that does not fit, or is beyond a limit. */
    private static final List<String> UNFIT = List.of("22", "54");
    /**
     * A value that is missing, and a rule about a single row. What is unique, overlaps or is referred to depends on other
     * rows too: somebody may have written the same at the same moment, or what is missing is on its way in another topic.
     */
    private static final List<String> RULES_OF_A_ROW = List.of("23502", "23514");

    private Outage() {}

    /** Whether waiting may help. */
    static boolean is(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (chain.stream().anyMatch(JacksonException.class::isInstance)) {
            // An answer that is not the JSON of the contract; a connection that broke in its midst says so otherwise.
            return false;
        }
        for (Throwable cause : chain) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null || PASSING.contains(stateClass(sql));
            }
            if (cause instanceof WebApplicationException answer) {
                int status = answer.getResponse().getStatus();
                return status >= SERVER_ERROR || LATER.contains(status);
            }
        }
        return chain.stream()
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof ProcessingException
                        || cause instanceof HttpClosedException
                        || cause instanceof QuarkusTransactionException
                        || cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError));
    }

    /** Whether no later try can go well: the event itself is at fault. */
    static boolean isHopeless(Throwable failure) {
        return failure instanceof UnreadableEvent
                || failure instanceof IllegalArgumentException
                || chain(failure).stream()
                        .anyMatch(cause -> cause instanceof SQLException sql
                                && (UNFIT.contains(stateClass(sql)) || RULES_OF_A_ROW.contains(state(sql))));
    }

    /** The failure and what caused it, the innermost last. */
    static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    static String stateClass(SQLException sql) {
        return state(sql).substring(0, Math.min(2, state(sql).length()));
    }

    /** The SQLSTATE, empty where the driver gave none. */
    static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }
}
