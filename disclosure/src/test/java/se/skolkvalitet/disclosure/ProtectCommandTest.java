package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.skolkvalitet.certificate.CheckCommand;

class ProtectCommandTest {
    private static final String SEXES = "dimension,child,parent\nsex,F,all\nsex,M,all\n";

    @TempDir
    private Path root;

    private final StringWriter said = new StringWriter();

    private int run(Object command, String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return new CommandLine(command).setOut(writer).setErr(writer).execute(arguments);
    }

    private int protect(List<Path> folders, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--out", out().toString()));
        arguments.addAll(List.of(options));
        folders.forEach(folder -> arguments.add(folder.toString()));
        return run(new ProtectCommand(), arguments.toArray(String[]::new));
    }

    private Path out() {
        return root.resolve("out");
    }

    private int check() {
        return run(new CheckCommand(), out().toString());
    }

    private Path folder(String name, String cells, String hierarchy) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("cells.csv"), cells);
        Files.writeString(folder.resolve("hierarchy.csv"), hierarchy);
        return folder;
    }

    @Test
    void protectsATableAndProvesIt() {
        Path folder = KnownTables.SSB_Z1.folder();

        assertThat(protect(List.of(folder))).isZero();
        assertThat(said.toString())
                .isEqualToNormalizingNewlines(
                        "45 cells, 3 primary. Withheld beside these: 3, which cost 3; nobody can do with less than 3\n");
        assertThat(check()).isZero();
        assertThat(said.toString()).contains("Withheld: 3 primary and 3 secondary cells, which cost 3 and at least 3.");
    }

    @Test
    void publishesNoValueThatIsWithheldNorAnyOtherColumn() throws IOException {
        Path folder = folder("sexes", "sex,value,primary,secret\nF,3,TRUE,9731\nM,17,0,9732\nall,20,0,9733\n", SEXES);

        protect(List.of(folder));

        assertThat(Files.readString(out().resolve("sexes").resolve("published.csv")))
                .isEqualToNormalizingNewlines(
                        "cell,sex,value,status,cost,owner,least,most,orNone\n0,F,,primary,0,,,,\n1,M,,secondary,1,,,,\n2,all,20,published,1,,,,\n");
        assertThat(Files.readString(out().resolve("certificate.json"))).doesNotContain("973");
    }

    @Test
    void linkedTablesAreProtectedTogether() throws IOException {
        Path sexes = folder("sexes", "sex,value,primary\nF,3,1\nM,17,0\nall,20,0\n", SEXES);
        Path grades = folder(
                "grades",
                "sex,grade,value,primary\nM,8,8,0\nM,9,9,0\nM,every,17,0\n",
                "dimension,child,parent\ngrade,8,every\ngrade,9,every\n");

        assertThat(protect(List.of(sexes, grades))).isZero();

        // All are the largest cell, and boys alone would do; but these are found out by their grades.
        assertThat(Files.readString(out().resolve("sexes").resolve("published.csv")))
                .contains("M,17,published,1", "all,,secondary,1");
        assertThat(check()).isZero();
    }

    @Test
    void whatHasBeenTamperedWithIsNotProven() throws IOException {
        protect(List.of(KnownTables.SSB_Z1.folder()));
        Path certificate = out().resolve("certificate.json");
        Files.writeString(
                certificate,
                Files.readString(certificate).replaceFirst("\"change\" : \\{", "\"change\" : { \"0\": 7,"));

        assertThat(check()).isEqualTo(1);
        assertThat(said.toString()).contains("The change is not of the withheld cells of its part alone");
    }

    @Test
    void saysWhatEverybodyKnowsAlready() throws IOException {
        Path folder = folder("sexes", "sex,value,primary,known\nF,3,1,0\nM,17,0,1\nall,20,0,1\n", SEXES);

        assertThat(protect(List.of(folder), "--open", "known")).isZero();
        assertThat(said.toString()).contains("Everybody knows already: F");
        said.getBuffer().setLength(0);
        assertThat(check()).isZero();
        assertThat(said.toString()).contains("Everybody knows already: 'F'", "everybody knows 1");
    }

    @Test
    void saysWhatCannotBeAsUncertainAsItIsAsked() throws IOException {
        Path folder = folder(
                "areas",
                "area,value,primary,known,above\nT,5,0,1,0\nx,4,1,0,100\ny,1,0,0,0\nz,0,0,0,0\n",
                "dimension,child,parent\narea,x,T\narea,y,T\narea,z,T\n");

        assertThat(protect(List.of(folder), "--open", "known", "--above", "above"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("Cannot be made as uncertain as it is asked: x");
        assertThat(check()).isZero();
    }

    @Test
    void saysWhatOpenFiguresTellToSomebodyWhoKnowsTheRule() throws IOException {
        // Girls and boys are from one to four: of eight, four are girls.
        Path folder = folder("sexes", "sex,value,primary,known\nF,4,1,0\nM,4,1,0\nall,8,0,1\n", SEXES);

        assertThat(protect(List.of(folder), "--open", "known", "--few", "1,4")).isEqualTo(1);
        assertThat(said.toString())
                .contains(
                        "Cannot be made as uncertain as it is asked: F",
                        "Cannot be made as uncertain as it is asked: M");
        said.getBuffer().setLength(0);
        assertThat(check()).isZero();
        assertThat(said.toString())
                .contains(
                        "Nothing can make it as uncertain as it is asked: 'F'",
                        "Nothing can make it as uncertain as it is asked: 'M'");
    }

    @Test
    void protectsFromSomebodyWhoKnowsTheRule() throws IOException {
        Path folder = folder(
                "sexes",
                "unit,sex,value,primary\nx,F,2,1\nx,M,5,0\nx,all,7,0\ny,F,40,0\ny,M,5,0\ny,all,45,0\n"
                        + "both,F,42,0\nboth,M,10,0\nboth,all,52,0\n",
                SEXES + "unit,x,both\nunit,y,both\n");

        assertThat(protect(List.of(folder), "--few", "1,4")).isZero();
        assertThat(check()).isZero();
        assertThat(said.toString())
                .contains(
                        "to who knows the ends of 9 figures, and to 0 owners",
                        "Withheld: 1 primary and 3 secondary cells");
        // The boys of both are ten: were only those of x and y withheld, everybody would know that they are five each.
        // they are five each.
        assertThat(Files.readString(out().resolve("sexes").resolve("published.csv")))
                .contains("x,F,,primary,0,,1,4")
                .satisfiesAnyOf(told -> assertThat(told).contains("x,M,5,published"), told -> assertThat(told)
                        .doesNotContain("both,M,10,published"));
    }

    @Test
    void keepsFromAnOwnerWhatIsNotHis() throws IOException {
        Path folder = folder(
                "units",
                "unit,value,primary,school\nx,3,1,x\ny,17,0,y\nz,30,0,\nall,50,0,\n",
                "dimension,child,parent\nunit,x,all\nunit,y,all\nunit,z,all\n");

        assertThat(protect(List.of(folder), "--owner", "school")).isZero();
        assertThat(check()).isZero();
        assertThat(said.toString()).contains("to who knows the ends of 0 figures, and to 1 owners");
        // With y alone withheld, y would know x; so z or all is.
        assertThat(Files.readString(out().resolve("units").resolve("published.csv")))
                .contains("x,,primary,0,x,,", "y,17,published,1,y,,");
    }

    @Test
    void saysAndProvesWhatAnOwnerKnowsAlready() throws IOException {
        Path folder = folder(
                "units",
                "unit,value,primary,school,known\nx,3,1,x,0\ny,17,0,y,0\nall,20,0,,1\n",
                "dimension,child,parent\nunit,x,all\nunit,y,all\n");

        assertThat(protect(List.of(folder), "--owner", "school", "--open", "known"))
                .isZero();
        assertThat(said.toString()).contains("'y' knows already, by his own: x");
        said.getBuffer().setLength(0);
        assertThat(check()).isZero();
        assertThat(said.toString()).contains("'y' knows already, by his own: 'x'");
    }

    @Test
    void saysWhatIsNotByTheRule() throws IOException {
        Path folder = folder("sexes", "sex,value,primary\nF,3,1\nM,17,0\nall,20,0\n", SEXES);

        assertThat(protect(List.of(folder), "--few", "1,2")).isEqualTo(2);
        assertThat(said.toString()).contains("F is 3: by the rule that everybody knows it is not primary");
        assertThat(protect(List.of(folder), "--few", "1")).isEqualTo(2);
        assertThat(said.toString()).contains("--few has two numbers, as in 1,4");
    }

    @Test
    void writesNowhereWhereThereIsSomething() throws IOException {
        Path folder = folder("sexes", "sex,value,primary\nF,3,1\nM,17,0\nall,20,0\n", SEXES);

        assertThat(run(new ProtectCommand(), "--out", root.toString(), folder.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("is not empty");
        assertThat(Files.exists(root.resolve("certificate.json"))).isFalse();
    }

    @Test
    void saysWhichCostIsNone() throws IOException {
        Path folder = folder("sexes", "sex,value,primary,cost\nF,3,1,\nM,17,0,1.5\nall,20,0,1\n", SEXES);

        assertThat(protect(List.of(folder), "--cost", "cost")).isEqualTo(2);
        assertThat(said.toString()).contains("'M' costs '1.5': a cost is a whole number from 1 to 1000000000");
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Path folder = folder("sexes", "sex,value,primary\nF,three,1\nM,17,0\nall,20,0\n", SEXES);

        assertThat(protect(List.of(folder))).isEqualTo(2);
        assertThat(said.toString()).contains("'F' has no number in value or freq or val: 'three'");
        assertThat(protect(List.of(folder), "--value", "number")).isEqualTo(2);
        assertThat(said.toString()).contains("There is no column 'number', but [sex, value, primary]");
        assertThat(protect(List.of(root.resolve("nowhere")))).isEqualTo(2);
        assertThat(said.toString()).contains("nowhere");
        assertThat(check()).isEqualTo(2);
    }

    @Test
    void saysWhatDoesNotAddUp() throws IOException {
        Path folder = folder("sexes", "sex,value,primary\nF,3,1\nM,17,0\nall,21,0\n", SEXES);

        assertThat(protect(List.of(folder))).isEqualTo(2);
        assertThat(said.toString()).contains("'all by sex' does not add up, by -1");
    }
}
