package se.skolkvalitet.indicator.delimited;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import se.skolkvalitet.kit.jobs.JobFailed;

/**
 * Records of fields between separators, quoted as RFC 4180 says, read with constant memory. Empty lines are passed over
 * but counted.
 */
public final class DelimitedText {
    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_FIELD = 100_000;
    private static final int LONGEST_RECORD = 1_000_000;

    private DelimitedText() {}

    /** Gets each record with the number of the line that it begins on, from 1. */
    public interface Records {
        void read(long line, List<String> fields);
    }

    /** @throws JobFailed where the text cannot be cut into records: nobody can tell where the next one begins */
    public static void read(Reader text, char separator, Records records) {
        long line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_RECORD)
                .build(handler(), text)) {
            var iterator = reader.iterator();
            while (hasNext(iterator, line)) {
                CsvRecord one = iterator.next();
                line = one.getStartingLineNumber();
                records.read(line, one.getFields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_FIELD)
                .maxRecordSize(LONGEST_RECORD)
                .build();
    }

    /** It is here that a record is read, and only what goes wrong with that is a fault of the text. */
    private static boolean hasNext(Iterator<CsvRecord> iterator, long line) {
        try {
            return iterator.hasNext();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof RuntimeException || e.getCause() instanceof Error) {
                rethrow(e.getCause());
            }
            throw new JobFailed(
                    "The file cannot be cut into records after line %d: a quotation mark stands where none can be, or a record has more than %d fields or a field more than %d characters."
                            .formatted(line, MOST_FIELDS, LONGEST_FIELD));
        }
    }

    /** What the input threw, and the library has wrapped: no fault of the text. */
    private static void rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }
}
