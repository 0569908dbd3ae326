package se.skolkvalitet.kit.testapp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.Level;

/** What is logged as an error while this is open. */
public class LoggedErrors extends Handler implements AutoCloseable {
    private static final Logger ROOT = LogManager.getLogManager().getLogger("");

    private final List<String> messages = new CopyOnWriteArrayList<>();

    public LoggedErrors() {
        ROOT.addHandler(this);
    }

    public List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord told) {
        if (told.getLevel().intValue() >= Level.ERROR.intValue()) {
            messages.add(told.getLoggerName() + ": " + told.getMessage());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
