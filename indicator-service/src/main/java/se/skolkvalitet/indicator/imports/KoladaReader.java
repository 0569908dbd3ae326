package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Reads answers of Kolada's API v3, one or several, one after another: {@code {"values": [row, …]}}. A line is a row, counted
 * from 1 through all answers of the file.
 */
final class KoladaReader implements StatisticsReader {
    private static final String NATION = "0000";
    private static final String REGION = "00\\d\\d";

    private final String placeField;
    private final Places places;

    /** Of which school unit or area a row is. */
    private interface Places {
        Place find(String id, Reading reading);
    }

    private KoladaReader(String placeField, Places places) {
        this.placeField = placeField;
        this.places = places;
    }

    /** Of {@code GET /v3/data}: figures of municipalities, regions as counties, and the nation. */
    static KoladaReader ofAreas() {
        return new KoladaReader("municipality", (id, reading) -> area(id));
    }

    /** Of {@code GET /v3/oudata}: figures of organisational units, whose ids are Kolada's own. */
    static KoladaReader ofUnits() {
        return new KoladaReader("ou", (id, reading) -> Place.of(Level.SCHOOL_UNIT, reading.unit(id)));
    }

    private static Place area(String id) {
        if (id.equals(NATION)) {
            return Place.NATION;
        }
        if (id.matches(REGION)) {
            return new Place(Level.COUNTY, id.substring(2));
        }
        if (!id.matches("\\d{4}")) {
            throw new InvalidValue("pattern", "'%s' is not a municipality, a region or the nation", id);
        }
        return new Place(Level.MUNICIPALITY, id);
    }

    @Override
    public long read(Supplier<InputStream> file, Reading reading) {
        long rows = JsonFile.read(file.get(), json -> {
            long read = 0;
            while (json.nextToken() != null) {
                read = readAnswer(json, read, reading);
            }
            return read;
        });
        if (rows == 0) {
            throw new JobFailed("The file has no rows.");
        }
        return rows;
    }

    private long readAnswer(JsonParser json, long before, Reading reading) throws IOException {
        long rows = before;
        boolean answered = false;
        boolean isObject = json.currentToken() == JsonToken.START_OBJECT;
        while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
            boolean values = json.currentName().equals("values");
            if (json.nextToken() == JsonToken.START_ARRAY && values) {
                rows = readRows(json, rows, reading);
                answered = true;
            } else {
                json.skipChildren();
            }
        }
        if (!answered) {
            throw new JobFailed("The file is not an answer of Kolada's API v3: after row %d there is no list 'values'."
                    .formatted(rows));
        }
        return rows;
    }

    private long readRows(JsonParser json, long before, Reading reading) throws IOException {
        long rows = before;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            rows++;
            reading.add(rows, readRow(json, rows, reading));
        }
        return rows;
    }

    private List<Observation> readRow(JsonParser json, long number, Reading reading) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            reading.faults().add(number, "", "json", "The row is not a JSON object.");
            return List.of();
        }
        KoladaRow row = KoladaRow.read(json, placeField);
        return row.observations(
                new LineCheck(number, reading.faults()), reading::measure, id -> places.find(id, reading));
    }
}
