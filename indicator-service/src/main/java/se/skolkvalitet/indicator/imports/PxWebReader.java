package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Supplier;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * Reads a dataset of a PxWeb database in JSON-stat 2.0. A line is a cell, counted from 1 in the order of the values, the last
 * dimension fastest.
 *
 * <p>The file is read twice, first what it says of its values and then these: the dimensions may come after them, and
 * their statuses do. A value that a sparse dataset leaves out is a figure that is missing, as one that is null.
 */
final class PxWebReader implements StatisticsReader {
    private static final String WITHHELD = "..";

    /** A value as it stands in the file; the text is null where there is none. */
    private record Written(String text, boolean isNumber) {
        static final Written NOTHING = new Written(null, false);
    }

    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        PxWebDataset dataset = JsonFile.read(file.get(), PxWebDatasetReader::read);
        int cells = dataset.cells();
        if (cells == 0) {
            throw new JobFailed("The dataset has no cells.");
        }
        PxWebAxes axes = PxWebAxes.of(dataset, reading::measure);
        Cells sink = (cell, written) -> reading.add(
                cell + 1L,
                observation(dataset, axes, cell, written, new LineCheck(cell + 1L, reading.faults())).stream()
                        .toList());
        JsonFile.read(file.get(), json -> readValues(json, cells, sink));
        return cells;
    }

    private interface Cells {
        void take(int cell, Written written);
    }

    private static boolean readValues(JsonParser json, int cells, Cells sink) throws IOException {
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean values = json.currentName().equals("value");
            JsonToken value = json.nextToken();
            if (!values) {
                json.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                readDense(json, cells, sink);
                return true;
            } else if (value == JsonToken.START_OBJECT) {
                readSparse(json, cells, sink);
                return true;
            }
        }
        throw new JobFailed("The dataset has no values.");
    }

    private static void readDense(JsonParser json, int cells, Cells sink) throws IOException {
        int cell = 0;
        for (; json.nextToken() != JsonToken.END_ARRAY; cell++) {
            requireCell(cell, cells, String.valueOf(cell));
            sink.take(cell, written(json));
        }
        if (cell != cells) {
            throw new JobFailed("The dataset has %d cells, but %d values.".formatted(cells, cell));
        }
    }

    private static void readSparse(JsonParser json, int cells, Cells sink) throws IOException {
        BitSet seen = new BitSet(cells);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            long cell = PxWebDatasetReader.place(name);
            requireCell(cell, cells, name);
            seen.set((int) cell);
            json.nextToken();
            sink.take((int) cell, written(json));
        }
        for (int cell = seen.nextClearBit(0); cell < cells; cell = seen.nextClearBit(cell + 1)) {
            sink.take(cell, Written.NOTHING);
        }
    }

    private static void requireCell(long cell, int cells, String name) {
        if (cell < 0 || cell >= cells) {
            throw new JobFailed(
                    "The dataset has %d cells, but a value for '%s'.".formatted(cells, PlainText.shown(name, 100)));
        }
    }

    private static Written written(JsonParser json) throws IOException {
        boolean isNumber = json.currentToken().isNumeric();
        boolean isStructure = json.currentToken().isStructStart();
        String text = JsonFile.scalar(json);
        return new Written(isStructure ? "" : text, isNumber);
    }

    private static Optional<Observation> observation(
            PxWebDataset dataset, PxWebAxes axes, int cell, Written written, LineCheck check) {
        Measure measure =
                check.read(axes.measures().dimension(), () -> axes.measures().at(cell));
        Place place = check.read(axes.places().dimension(), () -> axes.places().at(cell));
        Integer year = check.read(axes.years().dimension(), () -> axes.years().at(cell));
        String sex = axes.sexes() == null
                ? "T"
                : check.read(axes.sexes().dimension(), () -> axes.sexes().at(cell));
        if (check.isFaulty()) {
            return Optional.empty();
        }
        String schoolForm = check.read(axes.measures().dimension(), measure::onlySchoolForm);
        String sign = dataset.statuses().of(cell);
        Figure figure = check.read("value", () -> figure(written, sign).possibleFor(measure));
        if (check.isFaulty()) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                place.level(),
                place.code(),
                measure.code(),
                Period.beginningIn(year, measure.periodKind()),
                new Group(schoolForm, sex, "", ""),
                figure,
                Observation.raw(written.text(), sign)));
    }

    private static Figure figure(Written written, String sign) {
        if (written.text() == null) {
            return Figure.none(WITHHELD.equals(sign) ? ObservationStatus.WITHHELD : ObservationStatus.MISSING);
        }
        if (!written.isNumber()) {
            throw new InvalidValue("number", "'%s' is not a number", written.text());
        }
        return Figure.of(FigureNumber.ofJson(written.text()));
    }
}
