package se.skolkvalitet.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.skolkvalitet.certificate.folder.ProofFile;
import se.skolkvalitet.certificate.folder.PublishedFiles;
import se.skolkvalitet.certificate.folder.ReleaseFiles;
import se.skolkvalitet.certificate.folder.WithheldValues;

/** Checks published tables against their certificate. */
@Command(
        name = "check",
        description =
                "Checks that nobody can find out what is withheld of tables, by their certificate, and that files of a release are what was published.",
        exitCodeListHeading = "It exits with%n",
        exitCodeList = {"0: where it is proven", "1: where something is not: it says what", "2: where it cannot be read"
        })
public final class CheckCommand extends FolderCommand {
    @Parameters(
            description =
                    "A folder with certificate.json and a folder for each table, or with manifest.json and the files of a release.")
    private Path folder;

    public static void main(String[] args) {
        System.exit(new CommandLine(new CheckCommand()).execute(args));
    }

    @Override
    protected int run(PrintWriter to) throws IOException {
        if (ReleaseFiles.areIn(folder)) {
            return check(ReleaseFiles.in(folder), to);
        }
        return check(PublishedFiles.readTable(folder), PublishedFiles.readCertificate(folder), "", to) ? 0 : 1;
    }

    private static int check(ReleaseFiles release, PrintWriter to) throws IOException {
        boolean isRight = true;
        WithheldValues withheld = new WithheldValues();
        List<ReleaseFiles.File> values = new ArrayList<>();
        int proofs = 0;
        for (ReleaseFiles.File file : release.files()) {
            Optional<String> fault = release.fault(file);
            fault.ifPresent(what -> to.println(file.name() + " " + what));
            if (fault.isEmpty() && file.isProof()) {
                ProofFile proof = release.proof(file);
                isRight &= check(proof.table(), proof.certificate(), file.name() + ": ", to);
                isRight &= isTold(proof, file.name(), to);
                withheld.add(proof);
                proofs++;
            }
            if (fault.isEmpty() && file.hasValues()) {
                values.add(file);
            }
            isRight &= fault.isEmpty();
        }
        if (values.isEmpty()) {
            to.println("There are no values to hold against the proofs");
            isRight = false;
        }
        for (ReleaseFiles.File file : values) {
            try (BufferedReader lines = Files.newBufferedReader(release.path(file))) {
                List<String> told = withheld.toldIn(file.name(), lines);
                told.forEach(value -> to.println(file.name() + ": " + value));
                isRight &= told.isEmpty();
            }
        }
        if (withheld.areForOthers() && proofs == 0 && release.tablesWithoutProof() == 0) {
            to.println("Values are withheld for others, and there is no proof");
            isRight = false;
        }
        if (isRight) {
            to.printf(
                    "Release %s: all %d files are what was published, all %d proofs are right, and no value tells what they withhold. Tables whose proof is not given out: %d%n",
                    release.release(), release.files().size(), proofs, release.tablesWithoutProof());
        }
        return isRight ? 0 : 1;
    }

    /** Whether it says of each of its figures which values tell it. */
    private static boolean isTold(ProofFile proof, String name, PrintWriter to) {
        Set<String> figures = proof.toldByNothing();
        figures.forEach(figure -> to.println("%s: nothing says which values tell '%s'".formatted(name, figure)));
        return figures.isEmpty();
    }

    /** @param of before each line that is told */
    private static boolean check(PublishedTable table, Certificate certificate, String of, PrintWriter to) {
        List<String> findings = Checker.check(table, certificate);
        findings.forEach(finding -> to.println(of + finding));
        if (findings.isEmpty()) {
            to.print(of);
            tell(table, certificate, to);
        }
        return findings.isEmpty();
    }

    private static void tell(PublishedTable table, Certificate certificate, PrintWriter to) {
        int primary = 0;
        int secondary = 0;
        int byEquationsAlone = 0;
        int told = 0;
        Set<String> owners = new HashSet<>();
        for (Certificate.Part part : certificate.parts()) {
            part.open().forEach(sum -> to.println(sum.knownTo() + ": " + table.name(sum.primary())));
            part.limits()
                    .forEach(limit -> to.println(
                            "Nothing can make it as uncertain as it is asked: " + table.name(limit.primary())));
            part.unproven()
                    .forEach(cell -> to.println("By equations alone it is shown to be uncertain: " + table.name(cell)));
            primary += part.primary().size();
            secondary += part.secondary().size();
            told += part.told().size();
            owners.addAll(part.owners().keySet());
            byEquationsAlone += part.byEquations().size();
        }
        to.printf(
                "Proven by %d equations, to who knows the ends of %d figures, and to %d owners. Withheld: %d primary and %d secondary cells, which cost %d and at least %d. Of the primary ones"
                        + " everybody knows %d, and %d are safe by the equations alone%n",
                table.equations().size(),
                table.figures().stream()
                        .filter(figure -> figure.ends().areKnown())
                        .count(),
                owners.size(),
                primary,
                secondary,
                certificate.cost(),
                certificate.costAtLeast(),
                told,
                byEquationsAlone);
    }
}
