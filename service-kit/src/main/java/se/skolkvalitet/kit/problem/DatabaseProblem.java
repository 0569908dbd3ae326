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

    private DatabaseProblem() {}

    /** The problem to answer with, where one of the causes is of that kind. */
    static Optional<ProblemException> in(Throwable e) {
        Set<Throwable> causes = Causes.of(e);
        if (causes.stream().anyMatch(DatabaseProblem::isStale)) {
            return Optional.of(new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "Another request changed it after this one had read it; read it again."));
        }
        if (causes.stream().anyMatch(DatabaseProblem::isClash)) {
            return Optional.of(
                    ProblemException.conflict("Another request changed the same at the same time; read it again."));
        }
        if (DatabaseAway.isBehind(e)) {
            // Not that nothing was changed: a commit whose answer is lost looks like one that failed.
            return Optional.of(new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "The database does not answer now. Try again soon; what has an Idempotency-Key is done once."));
        }
        return Optional.empty();
    }

    private static boolean isStale(Throwable cause) {
        return cause instanceof OptimisticLockException || cause instanceof StaleStateException;
    }

    private static boolean isClash(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null && CLASH.contains(sql.getSQLState());
    }
}
