package se.skolkvalitet.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.skolkvalitet.certificate.folder.PublishedFiles;

/** Checks published tables against their certificate. */
@Command(
        name = "check",
        description = "Checks that nobody can find out what is withheld of tables, by their certificate.",
        exitCodeListHeading = "It exits with%n",
        exitCodeList = {"0: where it is proven", "1: where something is not: it says what", "2: where it cannot be read"
        })
public final class CheckCommand implements Callable<Integer> {
    @Parameters(description = "A folder with certificate.json and a folder for each table.")
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says this.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new CheckCommand()).execute(args));
    }

    @Override
    public Integer call() {
        try {
            PublishedTable table = PublishedFiles.readTable(folder);
            Certificate certificate = PublishedFiles.readCertificate(folder);
            List<String> findings = Checker.check(table, certificate);
            findings.forEach(spec.commandLine().getOut()::println);
            if (findings.isEmpty()) {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "Proven. Withheld: %d primary and %d secondary, which cost %d and at least %d%n",
                                certificate.parts().stream()
                                        .mapToInt(part -> part.primary().size())
                                        .sum(),
                                certificate.parts().stream()
                                        .mapToInt(part -> part.secondary().size())
                                        .sum(),
                                certificate.cost(),
                                certificate.costAtLeast());
            }
            return findings.isEmpty() ? 0 : 1;
        } catch (IOException | UncheckedIOException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
