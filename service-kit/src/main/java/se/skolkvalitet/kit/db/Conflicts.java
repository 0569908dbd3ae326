package se.skolkvalitet.kit.db;

import java.sql.SQLException;
import java.util.Set;
import se.skolkvalitet.kit.problem.Causes;

/** Work that PostgreSQL ended because it met other work; the same work goes well when it does not meet the other. */
public final class Conflicts {
    /** Serialisation failure and deadlock. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private Conflicts() {}

    /** Whether a conflict is behind the fault. */
    public static boolean isBehind(Throwable fault) {
        return Causes.of(fault).stream()
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && STATES.contains(sql.getSQLState()));
    }
}
