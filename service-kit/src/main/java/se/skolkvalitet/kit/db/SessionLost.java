package se.skolkvalitet.kit.db;

/** A {@link LockSession} could not be had, or has ended; whatever it locked may belong to another by now. */
public class SessionLost extends RuntimeException {
    SessionLost(String message, Throwable cause) {
        super(message, cause);
    }
}
