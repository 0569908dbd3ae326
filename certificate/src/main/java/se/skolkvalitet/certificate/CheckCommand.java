package se.skolkvalitet.certificate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.skolkvalitet.certificate.folder.PublishedFiles;

/** Checks published tables against their certificate. */
@Command(
        name = "check",
        description = "Checks that nobody can find out what is withheld of tables, by their certificate.",
        exitCodeListHeading = "It exits with%n",
        exitCodeList = {"0: where it is proven", "1: where something is not: it says what", "2: where it cannot be read"
        })
public final class CheckCommand extends FolderCommand {
    @Parameters(description = "A folder with certificate.json and a folder for each table.")
    private Path folder;

    public static void main(String[] args) {
        System.exit(new CommandLine(new CheckCommand()).execute(args));
    }

    @Override
    protected int run(PrintWriter to) throws IOException {
        Certificate certificate = PublishedFiles.readCertificate(folder);
        List<String> findings = Checker.check(PublishedFiles.readTable(folder), certificate);
        findings.forEach(to::println);
        if (findings.isEmpty()) {
            to.printf(
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
    }
}
