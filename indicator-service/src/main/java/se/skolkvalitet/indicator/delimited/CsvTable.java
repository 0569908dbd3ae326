package se.skolkvalitet.indicator.delimited;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * A CSV file of ours: commas, UTF-8 with or without a byte order mark, and a first record that names the columns, in any
 * order.
 *
 * @param required the columns that a file must have
 * @param optional those that it may leave out
 */
public record CsvTable(List<String> required, List<String> optional) {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final char NOT_DECODED = '\ufffd';
    private static final InvalidValue NOT_PLAIN = PlainText.refused();

    /** Gets each row that could be cut into its fields. */
    public interface Rows {
        void read(Row row);
    }

    /** One record, whose fields are asked for by their column. */
    public static final class Row {
        private final long line;
        private final Map<String, Integer> places;
        private final List<String> fields;

        private Row(long line, Map<String, Integer> places, List<String> fields) {
            this.line = line;
            this.places = places;
            this.fields = fields;
        }

        public long line() {
            return line;
        }

        /** Empty where the file has no such column. */
        public String text(String column) {
            Integer place = places.get(column);
            return place == null ? "" : fields.get(place);
        }
    }

    /**
     * @return how many rows it has
     * @throws JobFailed where its header is not the documented one, or it has no rows
     */
    public long read(InputStream file, LineFaults faults, Rows rows) {
        Map<String, Integer> places = new HashMap<>();
        long[] count = {0};
        DelimitedText.read(new InputStreamReader(file, StandardCharsets.UTF_8), ',', (line, fields) -> {
            if (places.isEmpty()) {
                readHeader(fields, places);
                return;
            }
            count[0]++;
            if (isWhole(line, fields, places.size(), faults)) {
                rows.read(new Row(line, places, fields));
            }
        });
        if (count[0] == 0) {
            throw new JobFailed("The file has no rows.");
        }
        return count[0];
    }

    private void readHeader(List<String> fields, Map<String, Integer> places) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String column = i == 0 ? withoutMark(fields.get(i)) : fields.get(i);
            if (!required.contains(column) && !optional.contains(column)) {
                faults.add("'%s' is none of them".formatted(PlainText.shown(column, 100)));
            } else if (places.put(column, i) != null) {
                faults.add("'%s' is there twice".formatted(column));
            }
        }
        required.stream()
                .filter(column -> !places.containsKey(column))
                .forEach(column -> faults.add("'%s' is missing".formatted(column)));
        if (!faults.isEmpty()) {
            throw new JobFailed("The first line must name the columns %s, and may name %s; %s."
                    .formatted(
                            String.join(",", required),
                            optional.isEmpty() ? "no others" : String.join(",", optional),
                            String.join(", ", faults.subList(0, Math.min(10, faults.size())))));
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static boolean isWhole(long line, List<String> fields, int columns, LineFaults faults) {
        if (fields.size() != columns) {
            faults.add(
                    line,
                    "",
                    "columns",
                    "The line has %d fields, and the header %d columns.".formatted(fields.size(), columns));
            return false;
        }
        for (String field : fields) {
            if (field.indexOf(NOT_DECODED) >= 0) {
                faults.add(line, "", "utf-8", "The line is not UTF-8.");
                return false;
            }
            if (!PlainText.isPlain(field)) {
                faults.add(line, "", NOT_PLAIN);
                return false;
            }
        }
        return true;
    }
}
