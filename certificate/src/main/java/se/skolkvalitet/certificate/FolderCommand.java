package se.skolkvalitet.certificate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that reads tables from folders, and says why where it cannot: it exits with 2 then. */
public abstract class FolderCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says this.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    /**
     * What the command does.
     *
     * @param to which it says what it has to say
     * @return what it exits with: 0 where all is well, 1 where not
     */
    protected abstract int run(PrintWriter to) throws IOException;

    @Override
    public final Integer call() {
        try {
            return run(spec.commandLine().getOut());
        } catch (IOException | UncheckedIOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Cannot be read or written: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
