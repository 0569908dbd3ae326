package se.skolkvalitet.kit.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads what takes several statements as it was at one moment. Each statement of an ordinary transaction sees what was
 * committed before that statement, so that an entity's head and its parts may be of different versions.
 */
@ApplicationScoped
public class Snapshot {
    @Inject
    Jdbi jdbi;

    /**
     * Runs the reading in a transaction of its own, in which nothing can be written. It never waits for writers, and is
     * never refused for what they do.
     */
    public <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // PostgreSQL takes this only as the first statement of a transaction.
            jdbi.useHandle(handle -> handle.execute("set transaction isolation level repeatable read, read only"));
            return reading.get();
        });
    }
}
