package se.skolkvalitet.certificate.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.PublishedTable;

class TableFilesTest {
    private static final PublishedTable TABLE = new PublishedTable(
            List.of(
                    new Figure("all, \"of both\"", Figure.Status.PUBLISHED, new BigDecimal("20.5"), 20),
                    new Figure("girls", Figure.Status.PRIMARY, null, 0, "5560000001", Ends.between(1, 4)),
                    new Figure("boys", Figure.Status.SECONDARY, null, 1),
                    new Figure("what else there is", Figure.Status.OPEN, new BigDecimal("-3"), 0),
                    new Figure("the rest", Figure.Status.UNTOLD, null, 0, "", Ends.noneOrFrom(5))),
            List.of(
                    new Equation("both", new TreeMap<>(Map.of(0, -1L, 1, 1L, 2, 1L, 3, -1L))),
                    new Equation("weighed", new TreeMap<>(Map.of(1, 25L, 2, -200L)))));

    @TempDir
    private Path folder;

    private void write() throws IOException {
        try (Writer cells = Files.newBufferedWriter(folder.resolve(TableFiles.CELLS));
                Writer equations = Files.newBufferedWriter(folder.resolve(TableFiles.EQUATIONS))) {
            TableFiles.writeCells(TABLE, cells);
            TableFiles.writeEquations(TABLE, equations);
        }
    }

    private void replace(String file, String what, String by) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(what);
        Files.writeString(folder.resolve(file), text.replace(what, by));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        write();

        assertThat(PublishedFiles.readTable(folder)).isEqualTo(TABLE);
    }

    @Test
    void noValueIsWrittenOfWhatIsWithheld() throws IOException {
        write();

        assertThat(folder.resolve(TableFiles.CELLS)).hasContent("""
                cell,name,value,status,cost,owner,least,most,orNone
                0,"all, ""of both\""",20.5,published,20,,,,
                1,girls,,primary,0,5560000001,1,4,
                2,boys,,secondary,1,,,,
                3,what else there is,-3,open,0,,,,
                4,the rest,,untold,0,,5,,true
                """);
    }

    @Test
    void cellsThatAreNotInTheirOrderAreRefused() throws IOException {
        write();
        replace(TableFiles.CELLS, "2,boys", "5,boys");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedFiles.readTable(folder))
                .withMessageContaining("not numbered from 0: 'boys'");
    }

    @Test
    void whatIsNeitherTrueNorNothingIsRefused() throws IOException {
        write();
        replace(TableFiles.CELLS, "5,,true", "5,,yes");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedFiles.readTable(folder))
                .withMessageContaining("orNone is 'true' or nothing, not 'yes'");
    }

    @Test
    void anEquationOfNoCellIsRefused() throws IOException {
        write();
        replace(TableFiles.EQUATIONS, "weighed,2,", "weighed,5,");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedFiles.readTable(folder))
                .withMessageContaining("'weighed' is of a cell that is not there: 5");
    }

    @Test
    void aCellThatIsTwiceInAnEquationIsRefused() throws IOException {
        write();
        replace(TableFiles.EQUATIONS, "weighed,2,", "weighed,1,");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedFiles.readTable(folder))
                .withMessageContaining("'weighed' has cell 1 twice");
    }
}
