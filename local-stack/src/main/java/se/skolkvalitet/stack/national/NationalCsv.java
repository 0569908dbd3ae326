package se.skolkvalitet.stack.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A CSV file of ours ({@code docs/sources.md}) with figures of every measure of an edition, of all pupils, girls and boys,
 * for every unit of the {@link Register} that has one of the measure's school forms and grades. It is written line by line,
 * with never more than a unit in memory.
 *
 * <p>All of it is made up, the units too ({@link National}). A figure is plausible for its measure's kind and no more: what
 * a measure is about is not looked at, so that an average of points may be one that no school can have, and a figure stands
 * here for each unit also where the real source tells areas or all pupils alone. Of two measures nothing but the unit's own
 * standing goes together, unless one is a part of the other (`partOf`): then it has some of the girls and some of the boys that the
 * other has, each of them by chance, and now and then few have it, or few have it not. A larger file holds the smaller one of the same seed and edition: more periods add older ones.
 */
public final class NationalCsv {
    private static final String HEADER = "measure,level,area,period,school_form,sex,value,low,high,status\n";
    private static final String[] SEXES = {"T", "F", "M"};

    private final NationalSize size;
    private final List<CsvMeasure> measures;

    /** The figures of a measure for a unit in one of its school forms. */
    private record Series(Unit unit, School school, CsvMeasure measure, String schoolForm) {}

    private NationalCsv(JsonNode edition, NationalSize size) {
        this.size = size;
        this.measures = CsvMeasure.of(edition, size.seed());
    }

    /** How many figures one period has; all have as many. */
    public static long figuresInAPeriod(JsonNode edition, long seed) {
        AtomicLong figures = new AtomicLong();
        of(edition, seed, 1).forEachSeries(series -> figures.addAndGet(SEXES.length));
        return figures.get();
    }

    /**
     * Writes the file; the column {@code measure} has the measures' codes.
     *
     * @param edition with its {@code measures}, as framework-service takes it
     * @param periods school years and calendar years of each measure, newest first
     * @return how many figures were written
     */
    public static long write(Path file, JsonNode edition, long seed, int periods) {
        AtomicLong figures = new AtomicLong();
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(HEADER);
            NationalCsv national = of(edition, seed, periods);
            national.forEachSeries(series -> figures.addAndGet(national.write(csv, series)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures.get();
    }

    private static NationalCsv of(JsonNode edition, long seed, int periods) {
        return new NationalCsv(edition, new NationalSize(seed, periods, NationalSize.MOST_MEASURES));
    }

    private void forEachSeries(Consumer<Series> sink) {
        Register.forEachUnit(size.seed(), unit -> {
            School school = School.of(unit, size);
            List<Schooling> schoolings = Schooling.of(unit, school);
            for (CsvMeasure measure : measures) {
                schoolings.stream()
                        .filter(measure::isOf)
                        .map(Schooling::schoolForm)
                        .distinct()
                        .forEach(form -> sink.accept(new Series(unit, school, measure, form)));
            }
        });
    }

    private int write(BufferedWriter csv, Series series) {
        CsvMeasure measure = series.measure();
        CsvFigures figures = CsvFigures.of(series.unit(), series.school(), measure, size.seed());
        String begin = measure.code() + ",school-unit," + series.unit().code() + ",";
        try {
            for (int back = 0; back < size.periods(); back++) {
                String group = begin + measure.period(back) + "," + series.schoolForm() + ",";
                List<CsvFigure> bySex = figures.bySex(back);
                for (int sex = 0; sex < SEXES.length; sex++) {
                    csv.write(group + SEXES[sex] + "," + bySex.get(sex).columns() + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size.periods() * SEXES.length;
    }
}
