package se.skolkvalitet.kit.testapp;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Counts the connections of the pool that a thread has and has not given back. */
@Singleton
public class HeldConnections implements AgroalPoolInterceptor {
    private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);

    public int byThisThread() {
        return held.get();
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        held.set(held.get() + 1);
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        held.set(held.get() - 1);
    }
}
