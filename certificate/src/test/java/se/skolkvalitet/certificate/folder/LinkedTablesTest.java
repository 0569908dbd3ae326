package se.skolkvalitet.certificate.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.certificate.Equation;

class LinkedTablesTest {
    private static final String SEXES = "sex,F,all\nsex,M,all\n";

    @TempDir
    private Path root;

    private Path folder(String name, String cells, String hierarchy) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("cells.csv"), cells);
        Files.writeString(folder.resolve("hierarchy.csv"), "dimension,child,parent\n" + hierarchy);
        return folder;
    }

    private static LinkedTables read(Path... folders) {
        return LinkedTables.read(
                List.of(folders), "cells.csv", line -> !line.getField("value").isEmpty());
    }

    private static Map<String, String> written(LinkedTables tables) {
        return tables.equations().stream()
                .collect(Collectors.toMap(Equation::name, equation -> equation.coefficients().entrySet().stream()
                        .map(term -> "%+d %s"
                                .formatted(
                                        term.getValue(),
                                        tables.cells().get(term.getKey()).get(0).name()))
                        .collect(Collectors.joining(", "))));
    }

    @Test
    void cellsAddUpToTheirParentsForAllCodesOfTheOtherDimensions() throws IOException {
        Path folder = folder("one", """
                school,sex,value
                A,F,1
                A,M,2
                A,all,3
                all,F,1
                all,M,2
                all,all,3
                """, "school,A,all\n" + SEXES);

        assertThat(written(read(folder)))
                .isEqualTo(Map.of(
                        "all / F by school", "+1 A / F, -1 all / F",
                        "all / M by school", "+1 A / M, -1 all / M",
                        "all / all by school", "+1 A / all, -1 all / all",
                        "A / all by sex", "+1 A / F, +1 A / M, -1 A / all",
                        "all / all by sex", "+1 all / F, +1 all / M, -1 all / all"));
    }

    @Test
    void aLineWithoutAValueIsNoCellAndAChildWithoutALineIsZero() throws IOException {
        Path folder = folder("one", "sex,value\nF,3\nM,\nall,3\n", SEXES);

        assertThat(written(read(folder))).isEqualTo(Map.of("all by sex", "+1 F, -1 all"));
    }

    @Test
    void aChildThatNoLineHasStandsForItsOwnChildren() throws IOException {
        Path folder = folder("one", "area,value\nx,1\ny,2\nall,3\n", "area,north,all\narea,x,north\narea,y,north\n");

        assertThat(written(read(folder))).isEqualTo(Map.of("all by area", "+1 x, +1 y, -1 all"));
    }

    @Test
    void aColumnMayHaveSeveralHierarchies() throws IOException {
        Path folder = folder(
                "one",
                "school,value\nA,1\nB,2\nowner,3\ntown,3\nall,3\n",
                "school,A,owner\nschool,B,owner\nschool,owner,all\ntowns,A,town\ntowns,B,town\ntowns,town,all\n");

        assertThat(written(read(folder)))
                .isEqualTo(Map.of(
                        "owner by school", "+1 A, +1 B, -1 owner",
                        "all by school", "+1 owner, -1 all",
                        "town by towns", "+1 A, +1 B, -1 town",
                        "all by towns", "+1 town, -1 all"));
    }

    /** A table without a dimension has the totals of it. */
    @Test
    void tablesAreLinkedByCellsOfTheSameCodes() throws IOException {
        Path bySex = folder(
                "sexes",
                "school,sex,value\nA,F,1\nA,M,2\nA,all,3\nB,all,4\nall,all,7\n",
                "school,A,all\nschool,B,all\n" + SEXES);
        Path byGrade = folder(
                "grades",
                "school,grade,value\nA,9,3\nA,every,3\nall,every,7\n",
                "school,A,all\nschool,B,all\ngrade,9,every\n");

        LinkedTables tables = read(bySex, byGrade);

        assertThat(tables.cells().stream().map(lines -> lines.stream()
                        .map(line -> line.table() + ": " + line.name())
                        .toList()))
                .containsExactly(
                        List.of("grades: A / 9"),
                        List.of("grades: A / every", "sexes: A / all"),
                        List.of("grades: all / every", "sexes: all / all"),
                        List.of("sexes: A / F"),
                        List.of("sexes: A / M"),
                        List.of("sexes: B / all"));
        // The second table has no line of B, and so says that all is A: that is what a child without a line means.
        assertThat(written(tables)).containsEntry("grades: A / every by grade", "+1 A / 9, -1 A / every");
    }

    /** Of two dimensions that each have a total, the codes of parts alone tell which cell it is. */
    @Test
    void aPartOfOneTableIsNotTheTotalOfAnother() throws IOException {
        Path country = folder("country", "area,value\nA,1\nB,2\nall,3\n", "area,A,all\narea,B,all\n");
        Path part = folder("part", "area,value\na1,1\nA,1\n", "area,a1,A\n");

        LinkedTables tables = read(country, part);

        assertThat(tables.cells().stream().map(lines -> lines.get(0).name())).containsExactly("A", "B", "all", "a1");
    }

    @Test
    void whatTwoTablesBothSayIsThereOnce() throws IOException {
        String cells = "sex,value\nF,1\nM,2\nall,3\n";

        assertThat(read(folder("one", cells, SEXES), folder("other", cells, SEXES))
                        .equations())
                .hasSize(1);
    }

    @Test
    void aTotalOfOneTableAndItsPartsInAnotherAddUp() throws IOException {
        Path areas = folder("areas", "area,value\nnorth,3\nsouth,9\nall,12\n", "area,north,all\narea,south,all\n");
        Path units = folder("units", "area,value\nx,1\ny,2\n", "area,x,north\narea,y,north\n");

        assertThat(written(read(areas, units)))
                .isEqualTo(Map.of(
                        "areas: all by area", "+1 north, +1 south, -1 all",
                        "units: north by area", "-1 north, +1 x, +1 y"));
    }

    /** It may be that it is not zero but not told. */
    @Test
    void aTotalOfOneTableDoesNotAddUpFromSomeOfItsPartsInAnother() throws IOException {
        Path areas = folder("areas", "area,value\nnorth,3\nsouth,9\nall,12\n", "area,north,all\narea,south,all\n");
        Path units = folder(
                "units", "area,value\nx,1\nv,4\nw,5\n", "area,x,north\narea,y,north\narea,v,south\narea,w,south\n");

        assertThat(written(read(areas, units)))
                .isEqualTo(Map.of(
                        "areas: all by area", "+1 north, +1 south, -1 all",
                        "units: south by area", "-1 south, +1 v, +1 w"));
    }

    @Test
    void theOrderOfTheFoldersDoesNotMatter() throws IOException {
        String cells = "sex,value\nF,1\nM,2\nall,3\n";
        Path one = folder("one", cells, SEXES);
        Path other = folder("other", cells, SEXES);

        assertThat(read(other, one).equations()).isEqualTo(read(one, other).equations());
    }

    @Test
    void foldersOfTheSameNameAreRefused() throws IOException {
        Path one = folder("one", "sex,value\nall,3\n", SEXES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(one, root.resolve("one/../one")))
                .withMessageStartingWith("Two folders have the same name");
    }

    /** What is a total of one hierarchy of a column is a part of another. */
    @Test
    void theTotalOfAColumnIsAPartInNoneOfItsHierarchies() throws IOException {
        Path areas = folder(
                "areas",
                "area,value\na,1\nb,2\nnorth,1\nsouth,2\nT,3\n",
                "area,a,T\narea,b,T\narea,a,north\narea,b,south\nparts,north,T\nparts,south,T\n");
        Path sexes = folder("sexes", "sex,value\nF,1\nM,2\nall,3\n", SEXES);

        assertThat(read(areas, sexes).cells().stream().map(lines -> lines.stream()
                        .map(line -> line.table() + ": " + line.name())
                        .toList()))
                .contains(List.of("areas: T", "sexes: all"));
    }

    @Test
    void tablesAreNotLinkedByADimensionOfSeveralTotals() throws IOException {
        Path sexes = folder("sexes", "sex,value\nF,1\nM,2\nall,3\n", SEXES + "sex,known,everyone\n");
        Path areas = folder("areas", "area,value\nA,3\nT,3\n", "area,A,T\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(sexes, areas))
                .withMessage("A table without 'sex' has the total of it, and there is not one: [all, everyone]");
    }

    @Test
    void aTotalThatNoCellHasIsRefused() throws IOException {
        Path folder = folder("one", "area,value\nA,1\nB,2\nT,3\n", "area,A,Total\narea,B,Total\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(folder).equations())
                .withMessageContaining("no cell has the total of 'area', so that nobody sees what adds up: [Total]");
    }

    @Test
    void aCodeThatIsAPartOfItselfIsRefused() throws IOException {
        Path folder = folder("one", "area,value\nT,3\n", "area,x,T\narea,y,x\narea,x,y\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(folder))
                .withMessage("'x' of 'area' would be a part of itself");
    }

    @Test
    void aFileWithoutCellsIsRefused() throws IOException {
        Path folder = folder("one", "sex,value\n", SEXES);

        assertThatIllegalArgumentException().isThrownBy(() -> read(folder)).withMessageStartingWith("There is no cell");
    }

    /** As Excel writes it. */
    @Test
    void aMarkOfTheByteOrderIsNoPartOfAColumn() throws IOException {
        Path folder = folder("one", "\uFEFFsex,value\nF,1\nM,2\nall,3\n", SEXES);

        assertThat(read(folder).equations()).hasSize(1);
    }

    @Test
    void aCellThatIsThereTwiceIsRefused() throws IOException {
        Path folder = folder("one", "sex,year,value\nF,2024,1\nF,2025,1\n", SEXES);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(folder))
                .withMessageContaining("the cell [F] is there twice; the dimensions are those of hierarchy.csv: [sex]");
    }
}
