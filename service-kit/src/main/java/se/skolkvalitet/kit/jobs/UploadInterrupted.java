package se.skolkvalitet.kit.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The caller's file did not arrive whole; nothing of it is kept. */
public class UploadInterrupted extends UncheckedIOException {
    public UploadInterrupted(IOException cause) {
        super("the upload ended before it was complete", cause);
    }
}
