package se.skolkvalitet.kit.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * The faults of a file that is being read, or the warnings of one that has none or does without them. They go to where
 * they are kept in portions, as they are found; here only their number, that of each rule, and the first {@value #MOST_TOLD} stay, so that a file without end cannot fill the memory with
 * complaints. The faults of one line come one after another.
 */
public final class LineFaults {
    public static final int MOST_TOLD = 100;

    /** A file with more faults is not the file that it was taken for. Of warnings those that come after are counted only. */
    public static final int MOST = 1_000_000;

    private static final int PORTION = 500;

    private final Severity severity;
    private final Consumer<List<LineFault>> kept;
    private final List<LineFault> portion = new ArrayList<>();
    private final List<FieldError> told = new ArrayList<>();
    private final Map<String, Long> byRule = new TreeMap<>();
    private long count;
    private long faultyLines;
    private long lastLine;

    /** @param kept gets a portion of them at a time, in the order in which they were found */
    public LineFaults(Severity severity, Consumer<List<LineFault>> kept) {
        this.severity = severity;
        this.kept = kept;
    }

    public LineFaults(Consumer<List<LineFault>> kept) {
        this(Severity.FAULT, kept);
    }

    /** @throws JobFailed where there are more faults than {@value #MOST} */
    public void add(LineFault fault) {
        if (count == MOST && severity == Severity.FAULT) {
            throw new JobFailed(
                    "More than %d faults: this is not a file of the kind that is expected. Nothing was imported."
                            .formatted(MOST));
        }
        count++;
        byRule.merge(fault.rule(), 1L, Long::sum);
        if (fault.line() != lastLine) {
            lastLine = fault.line();
            faultyLines++;
        }
        if (told.size() < MOST_TOLD) {
            told.add(fault.told());
        }
        if (count <= MOST) {
            portion.add(fault);
        }
        if (portion.size() == PORTION) {
            flush();
        }
    }

    /** @param field path within the line, empty for the line as a whole */
    public void add(long line, String field, String rule, String message) {
        add(new LineFault(line, field, rule, message));
    }

    public void add(long line, String field, InvalidValue refused) {
        add(line, field, refused.rule(), refused.getMessage() + ".");
    }

    /** Hands on what has not been handed on yet. */
    public void flush() {
        if (!portion.isEmpty()) {
            List<LineFault> found = List.copyOf(portion);
            // Before they are kept: those that cannot be must not stand in the way of what comes after.
            portion.clear();
            kept.accept(found);
        }
    }

    /** Whether the line that is being read has faults. */
    public boolean hasFaults(long line) {
        return line == lastLine;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    /** How many there are of each rule that is broken. */
    public Map<String, Long> byRule() {
        return Collections.unmodifiableMap(byRule);
    }

    public long faultyLines() {
        return faultyLines;
    }

    /** The first {@value #MOST_TOLD}, for a report. */
    public List<FieldError> told() {
        return List.copyOf(told);
    }
}
