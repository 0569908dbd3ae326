package se.skolkvalitet.stack.mainjob;

/** The main job cannot go on; the message says at what it stopped. */
public class MainJobFailed extends RuntimeException {
    public MainJobFailed(String message) {
        super(message);
    }
}
