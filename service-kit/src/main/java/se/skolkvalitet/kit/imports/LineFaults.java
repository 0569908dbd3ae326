package se.skolkvalitet.kit.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import se.skolkvalitet.kit.problem.FieldError;

/**
 * The faults of a file that is being read. All are counted, the first {@value #MOST_TOLD} are told, so that a file
 * without end cannot fill the memory with complaints.
 */
public final class LineFaults {
    public static final int MOST_TOLD = 1000;

    private final List<FieldError> told = new ArrayList<>();
    private final BitSet lines = new BitSet();
    private long count;

    /** @param field path within the line, empty for the line as a whole */
    public void add(long line, String field, String rule, String message) {
        count++;
        lines.set(Math.toIntExact(line));
        if (told.size() < MOST_TOLD) {
            String place = field.isEmpty() ? "line " + line : "line %d: %s".formatted(line, field);
            told.add(new FieldError(place, rule, message));
        }
    }

    public boolean hasFaults(long line) {
        return lines.get(Math.toIntExact(line));
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    public long faultyLines() {
        return lines.cardinality();
    }

    /** The lines that have faults. */
    public LongStream lines() {
        return lines.stream().asLongStream();
    }

    public List<FieldError> told() {
        return List.copyOf(told);
    }
}
