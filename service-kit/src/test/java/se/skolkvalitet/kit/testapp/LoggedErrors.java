package se.skolkvalitet.kit.testapp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged as an error while this is open. */
public class LoggedErrors extends Handler implements AutoCloseable {
    private static final Logger ROOT = LogManager.getLogManager().getLogger("");

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Formatter console =
            new PatternFormatter(ConfigProvider.getConfig().getValue("quarkus.log.console.format", String.class));

    public LoggedErrors() {
        ROOT.addHandler(this);
    }

    public List<String> messages() {
        return messages;
    }

    /** The same as they stand in the service's log. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord told) {
        if (told.getLevel().intValue() >= Level.ERROR.intValue()) {
            lines.add(console.format(told));
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
