package se.skolkvalitet.kit.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;

/** Two requests that wanted to change the same at the same time: the one that came too late is told so, not failed. */
final class Clash {
    /** Unique and exclusion constraints, failed serialisation, deadlock. */
    private static final Set<String> STATES = Set.of("23505", "23P01", "40001", "40P01");

    private Clash() {}

    /** The problem to answer with where somewhere among the causes is a clash. */
    static Optional<ProblemException> in(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Optional.of(new ProblemException(
                        ProblemType.PRECONDITION_FAILED,
                        "Another request changed it after this one had read it; read it again."));
            }
            if (cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
                return Optional.of(
                        ProblemException.conflict("Another request changed the same at the same time; read it again."));
            }
        }
        return Optional.empty();
    }
}
