package se.skolkvalitet.certificate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        PublishedTable table = PublishedFiles.readTable(folder);
        List<String> findings = Checker.check(table, certificate);
        findings.forEach(to::println);
        if (findings.isEmpty()) {
            tell(table, certificate, to);
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private static void tell(PublishedTable table, Certificate certificate, PrintWriter to) {
        int primary = 0;
        int secondary = 0;
        int byEquationsAlone = 0;
        int told = 0;
        Set<String> owners = new HashSet<>();
        for (Certificate.Part part : certificate.parts()) {
            part.open().forEach(sum -> to.println(sum.knownTo() + ": " + table.name(sum.primary())));
            primary += part.primary().size();
            secondary += part.secondary().size();
            told += part.told().size();
            owners.addAll(part.owners().keySet());
            byEquationsAlone += part.width().signum() == 0 ? part.primary().size() : 0;
        }
        to.printf(
                "Proven by %d equations, to who knows %d rules, and to %d owners. Withheld: %d primary and %d secondary cells, which cost %d and at least %d. Of the primary ones"
                        + " everybody knows %d, and %d are safe by the equations alone%n",
                table.equations().size(),
                certificate.rules().size(),
                owners.size(),
                primary,
                secondary,
                certificate.cost(),
                certificate.costAtLeast(),
                told,
                byEquationsAlone);
    }
}
