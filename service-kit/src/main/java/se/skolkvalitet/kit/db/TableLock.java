package se.skolkvalitet.kit.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/** Locks whole tables until the transaction ends; reading goes on. For entities, whose own locks are of single rows. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TableLock {
    @Inject
    Jdbi jdbi;

    /** Lets nobody else write to the table, or lock it. */
    public void alone(String table) {
        lock(table, "share row exclusive");
    }

    /** Lets nobody write to the table. Others may lock it in the same way. */
    public void together(String table) {
        lock(table, "share");
    }

    private void lock(String table, String mode) {
        jdbi.useHandle(handle -> handle.execute("lock table %s in %s mode".formatted(table, mode)));
    }
}
