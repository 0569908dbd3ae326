package se.skolkvalitet.certificate.folder;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * That the values of an indicator tell figures of a table, of each area what it has of them.
 *
 * @param figure with which the names of the cells begin; {@code " of "}, the level and the code of the area follow
 * @param period of the table
 */
public record ToldBy(String figure, String indicator, String schoolForm, String sex, String period) {
    static final String FILE = "told-by.csv";

    private static final String OF = " of ";
    private static final String FIGURE = "figure";
    static final String INDICATOR = "indicator";
    static final String SCHOOL_FORM = "schoolForm";
    static final String SEX = "sex";
    static final String PERIOD = "period";

    /** What a cell is told by. */
    public static String name(String figure, String level, String area) {
        return figure + OF + level + " " + area;
    }

    /** With which a cell's name begins; the whole name where it is of no area. */
    static String figure(String name) {
        int end = name.lastIndexOf(OF);
        return end < 0 ? name : name.substring(0, end);
    }

    /** The level and the code with which it ends. */
    static String area(String name) {
        return name.substring(name.lastIndexOf(OF) + OF.length());
    }

    /** @param to stays open */
    static void write(List<ToldBy> told, Writer to) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(to);
        csv.writeRecord(FIGURE, INDICATOR, SCHOOL_FORM, SEX, PERIOD);
        told.forEach(one -> csv.writeRecord(one.figure, one.indicator, one.schoolForm, one.sex, one.period));
        csv.flush();
    }

    /** @throws IllegalArgumentException where it is not as it should be */
    static List<ToldBy> read(Reader from) {
        List<ToldBy> told = new ArrayList<>();
        TableFiles.forEachLine(FILE, from, line -> told.add(read(line)));
        return told;
    }

    private static ToldBy read(NamedCsvRecord line) {
        return new ToldBy(
                line.getField(FIGURE),
                line.getField(INDICATOR),
                line.getField(SCHOOL_FORM),
                line.getField(SEX),
                line.getField(PERIOD));
    }
}
