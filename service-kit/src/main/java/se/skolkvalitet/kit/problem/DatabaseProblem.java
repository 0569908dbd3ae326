package se.skolkvalitet.kit.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;

/**
 * What a caller is told when the database does not take part: that another request came first, or that the database is
 * away for now. Neither is a failure of the service.
 */
final class DatabaseProblem {
    /** Unique and exclusion constraints, failed serialisation, deadlock. */
    private static final Set<String> CLASH = Set.of("23505", "23P01", "40001", "40P01");

    /** SQLSTATE classes: connection, resources, operator intervention. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    private DatabaseProblem() {}

    /** The problem to answer with, where one of the causes is of that kind. */
    static Optional<ProblemException> in(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Optional.of(new ProblemException(
                        ProblemType.PRECONDITION_FAILED,
                        "Another request changed it after this one had read it; read it again."));
            }
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> of(SQLException e) {
        String state = e.getSQLState();
        if (CLASH.contains(state == null ? "" : state)) {
            return Optional.of(
                    ProblemException.conflict("Another request changed the same at the same time; read it again."));
        }
        // The pool gives no state when it had no connection to give.
        if (state == null || AWAY.contains(state.substring(0, 2))) {
            return Optional.of(new ProblemException(
                    ProblemType.UNAVAILABLE, "The database does not answer now; nothing was changed. Try again soon."));
        }
        return Optional.empty();
    }
}
