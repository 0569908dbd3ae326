package se.skolkvalitet.stack;

/** The stack cannot start; the message is the one line that the user sees. */
public class StackRefused extends RuntimeException {
    public StackRefused(String message) {
        super(message);
    }
}
