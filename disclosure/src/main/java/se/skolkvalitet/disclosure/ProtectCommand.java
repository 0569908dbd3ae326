package se.skolkvalitet.disclosure;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.FolderCommand;
import se.skolkvalitet.certificate.folder.PublishedFiles;
import se.skolkvalitet.disclosure.folder.Few;
import se.skolkvalitet.disclosure.folder.Marks;
import se.skolkvalitet.disclosure.folder.TableFolder;

/** Protects tables from folders. */
@Command(
        name = "protect",
        showDefaultValues = true,
        description = "Withholds cells of tables so that nobody can find out the primary ones, and proves it.",
        exitCodeListHeading = "It exits with%n",
        exitCodeList = {
            "0: where it could protect every primary cell",
            "1: where it could not: it says which",
            "2: where the tables cannot be read"
        })
public final class ProtectCommand extends FolderCommand {
    @Parameters(
            arity = "1..*",
            description = "Folders, each with cells.csv and hierarchy.csv: tables that may have cells in common.")
    private List<Path> folders;

    @Option(
            names = {"-o", "--out"},
            required = true,
            description = "The folder in which what is published, and the certificate, is written; new or empty.")
    private Path out;

    @Option(
            names = "--value",
            split = ",",
            defaultValue = "value,freq,val",
            description = "The column of values: the first of these that is there.")
    private List<String> values;

    @Option(names = "--primary", defaultValue = "primary", description = "The column that marks primary cells.")
    private String primary;

    @Option(
            names = "--marks",
            split = ",",
            defaultValue = "1,true",
            description = "What stands in columns of marks where a cell is marked.")
    private Set<String> marks;

    @Option(names = "--open", description = "The column that marks cells that everybody knows already. Default: none")
    private String open;

    @Option(names = "--cost", description = "The column of what it costs to withhold a cell. Default: 1 each")
    private String cost;

    @Option(
            names = "--owner",
            description =
                    "The column of who knows a cell anyway, as it is his: he must not work out by it what is not. Default:"
                            + " nobody")
    private String owner;

    @Option(
            names = "--below",
            description =
                    "The column of how far under its value a primary cell must be able to lie. Default: nothing asked")
    private String below;

    @Option(names = "--above", description = "The column of how far over it. Default: nothing asked")
    private String above;

    @Option(
            names = "--width",
            defaultValue = "0",
            description =
                    "0: nobody can work primary cells out by the equations. More: nor who knows that nothing is below"
                            + " zero and what is whole; the least and the most that one may be lie so far apart.")
    private BigDecimal width;

    @Option(
            names = "--few",
            split = ",",
            arity = "1",
            description = "FROM,TO: everybody knows that cells from one number to the other are primary, and no others;"
                    + " then the width is 1 at the least. Default: nobody knows")
    private List<BigDecimal> few;

    @Option(
            names = "--tries",
            defaultValue = "1000",
            description = "How many choices it looks at in each part of the table, at most.")
    private int tries;

    @Option(
            names = "--rounds",
            defaultValue = "60",
            description = "In how many rounds it looks for what proves that so much has to be withheld, at most.")
    private int rounds;

    public static void main(String[] args) {
        System.exit(new CommandLine(new ProtectCommand()).execute(args));
    }

    @Override
    protected int run(PrintWriter to) throws IOException {
        PublishedFiles.requireNothingIn(out);
        TableFolder.Read read = TableFolder.read(
                folders, new Marks(values, primary, marks, open, cost, owner, below, above, width, rule()));
        Protector.Result result = Protector.protect(read.table(), tries, rounds);
        PublishedFiles.write(
                out,
                folders,
                read.lines(),
                result.table().published(result.suppression().withheld()).figures(),
                result.certificate());
        return tell(result.table(), result, to);
    }

    private Optional<Few> rule() {
        if (few == null) {
            return Optional.empty();
        }
        if (few.size() != 2) {
            throw new IllegalArgumentException("--few has two numbers, as in 1,4");
        }
        return Optional.of(new Few(few.get(0), few.get(1)));
    }

    private static int tell(Table table, Protector.Result result, PrintWriter to) {
        to.printf(
                "%d cells, %d primary. Withheld beside these: %d, which cost %d; nobody can do with less than %d%n",
                table.cells().size(),
                table.primaries().cardinality(),
                result.suppression().secondary(table).cardinality(),
                result.certificate().cost(),
                result.certificate().costAtLeast());
        BitSet unprotected = result.tooCertain();
        for (Certificate.Part part : result.certificate().parts()) {
            part.open().forEach(sum -> to.println(sum.knownTo() + ": " + name(table, sum.primary())));
            part.unproven().forEach(unprotected::set);
        }
        unprotected.stream()
                .forEach(cell -> to.println("Cannot be made as uncertain as it is asked: " + name(table, cell)));
        List<String> told = result.certificate().parts().stream()
                .flatMap(part -> toldToOwners(table, part))
                .toList();
        told.forEach(to::println);
        return unprotected.isEmpty() && told.isEmpty() ? 0 : 1;
    }

    private static Stream<String> toldToOwners(Table table, Certificate.Part part) {
        return part.owners().entrySet().stream().flatMap(owner -> owner.getValue().plus().keySet().stream()
                .filter(cell -> part.primary().contains(cell)
                        && part.changeFor(owner.getValue(), cell).signum() == 0
                        && !part.toldTo(owner.getKey()).contains(cell)
                        && !table.cells().get(cell).isOwnedBy(owner.getKey()))
                .map(cell ->
                        "Cannot be kept from %s, who knows his own: %s".formatted(owner.getKey(), name(table, cell))));
    }

    private static String name(Table table, int cell) {
        return table.cells().get(cell).name();
    }
}
