package se.skolkvalitet.kit.events;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import se.skolkvalitet.kit.text.PlainText;

/**
 * Why an event could not be taken in, for whoever has to do something about it: the rule that it broke, in plain words.
 * Statements, classes and what libraries say of them are for the log.
 */
final class Reason {
    private static final Pattern CLASS_NAME = Pattern.compile("[a-z]\\w*\\.[A-Z]\\w*");
    private static final String OURS = "se.skolkvalitet.";
    private static final String OWN_FAULT = "the service failed while it took the event in; its log tells more";

    private Reason() {}

    static String of(Throwable failure) {
        for (Throwable cause : Outage.chain(failure)) {
            if (cause instanceof UnreadableEvent) {
                return cause.getMessage();
            }
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            if (cause instanceof WebApplicationException answer) {
                return "a neighbour answered with the status %d when asked for what the event links to"
                        .formatted(answer.getResponse().getStatus());
            }
            if (cause instanceof JacksonException) {
                return "JSON could not be read or written as its contract has it; the service's log tells more";
            }
        }
        return failure instanceof IllegalArgumentException && isPlain(failure.getMessage())
                ? failure.getMessage()
                : OWN_FAULT;
    }

    /** For the log, in one line: what went wrong at the bottom of it all, and where in our own code. */
    static String inTheProgram(Throwable failure) {
        List<Throwable> chain = Outage.chain(failure);
        Throwable last = chain.get(chain.size() - 1);
        String where = Stream.of(last.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return PlainText.shown(last.toString()) + where;
    }

    private static String of(SQLException sql) {
        ServerErrorMessage told = sql instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        String constraint = told == null || told.getConstraint() == null ? "" : " " + told.getConstraint();
        return switch (Outage.state(sql)) {
            case "23502" ->
                "a value is missing that must be there"
                        + (told == null || told.getColumn() == null ? "" : ": " + told.getColumn());
            case "23514" -> "a value breaks the rule" + constraint;
            case "23503" -> "it names something that this service does not know, by the rule" + constraint;
            case "23505", "23P01" -> "there is something that it cannot stand beside, by the rule" + constraint;
            default ->
                switch (Outage.stateClass(sql)) {
                    case "22" -> "a value has a form or size that cannot be kept";
                    case "54" -> "a value is too large to be kept";
                    default -> "the database did not take it; the service's log tells more";
                };
        };
    }

    /** The language's own say which of its classes a text does not fit. */
    private static boolean isPlain(String message) {
        return message != null && !CLASS_NAME.matcher(message).find();
    }
}
