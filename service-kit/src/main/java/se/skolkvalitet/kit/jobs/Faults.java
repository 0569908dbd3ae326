package se.skolkvalitet.kit.jobs;

import java.util.Set;
import java.util.UUID;
import se.skolkvalitet.kit.db.Conflicts;
import se.skolkvalitet.kit.problem.Causes;

/** What a job that failed says of it to whoever asked for it: no word of the program's insides. */
final class Faults {
    private Faults() {}

    static String problem(Throwable fault, UUID job) {
        return fault instanceof JobFailed
                ? fault.getMessage()
                : "%s; see its log for job %s.".formatted(reason(fault), job);
    }

    private static String reason(Throwable fault) {
        if (Conflicts.isBehind(fault)) {
            return "The service met other changes to the same data each time it tried this";
        }
        Set<Throwable> causes = Causes.of(fault);
        if (causes.stream().anyMatch(OutOfMemoryError.class::isInstance)) {
            return "The service ran out of memory while it did this";
        }
        if (causes.stream().anyMatch(StackOverflowError.class::isInstance)) {
            return "What this works on is nested too deep for the service";
        }
        if (causes.stream().anyMatch(LinkageError.class::isInstance)) {
            return "The service is not installed whole, part of its program is missing";
        }
        return "The service failed while it did this";
    }
}
