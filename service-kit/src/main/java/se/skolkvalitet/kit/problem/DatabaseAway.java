package se.skolkvalitet.kit.problem;

import java.sql.SQLException;
import java.util.Set;

/** Work that failed because the database was not there for it; the same work goes well when it is back. */
public final class DatabaseAway {
    /** SQLSTATE classes: connection, resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private DatabaseAway() {}

    /** Whether that is behind the fault. */
    public static boolean isBehind(Throwable fault) {
        return Causes.of(fault).stream().anyMatch(cause -> cause instanceof SQLException sql && says(sql));
    }

    private static boolean says(SQLException fault) {
        String state = fault.getSQLState();
        // The pool gives no state when it had no connection to give.
        return state == null || state.length() >= 2 && CLASSES.contains(state.substring(0, 2));
    }
}
