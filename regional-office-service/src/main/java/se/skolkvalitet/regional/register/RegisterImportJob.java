package se.skolkvalitet.regional.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.imports.JsonLines;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.regional.office.CoverageMap;

/**
 * Brings organisers and school units up to what a file of the register says, in one transaction, and announces what
 * changed and nothing else. A unit that the file does not list is left as it is: a file may hold a part of the country.
 *
 * <p>A lenient import leaves out the faulty lines and no others. Where lines contradict each other about an organiser's
 * kind, those are faulty that say otherwise than the lines of most of its units; with as many units on both sides, those
 * that say otherwise than the register. A repeat of a unit is faulty only after a line of it that is not.
 */
@ApplicationScoped
class RegisterImportJob implements JobHandler<RegisterImportJob.Parameters> {
    static final String KIND = "register-import";
    private static final long PROGRESS_EVERY = 500;

    @Inject
    RegisterImportStore store;

    @Inject
    CoverageMap coverage;

    @Inject
    ObjectMapper mapper;

    record Parameters(ImportMode mode) {}

    /**
     * What an import did, by kind.
     *
     * @param faults the first of them; all are in the import's collection {@code faults}
     */
    public record Report(
            long lines,
            long skippedLines,
            Changes schoolUnits,
            Changes organisers,
            long faultCount,
            List<FieldError> faults) {}

    /** Counts of what became of the records of one kind. */
    public record Changes(long inserted, long changed, long unchanged) {
        static final Changes NONE = new Changes(0, 0, 0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public Object run(JobRun run, Parameters parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Report report = importAll(run, parameters.mode());
            run.complete(report);
            return report;
        });
    }

    private Report importAll(JobRun run, ImportMode mode) {
        LineFaults faults = run.faults();
        long lines = stage(run, faults);
        store.findFaults(faults::add);
        if (!faults.isEmpty() && mode == ImportMode.ATOMIC) {
            throw new JobFailed(
                    "%d lines have faults; nothing was imported.".formatted(faults.faultyLines()),
                    report(lines, lines, Changes.NONE, Changes.NONE, faults));
        }
        store.dropFaulty();
        run.progress("merging", 0, null);
        // What is announced of an organiser names its office; it must still be that one when this commits.
        coverage.holdStill();
        Changes units = store.mergeUnits();
        Changes organisers = store.mergeOrganisers();
        return report(lines, faults.faultyLines(), units, organisers, faults);
    }

    private long stage(JobRun run, LineFaults faults) {
        AtomicLong lines = new AtomicLong();
        store.stage(stage -> lines.set(JsonLines.read(run.input(), mapper, faults, (line, document) -> {
            RegisteredUnit unit = RegisteredUnit.read(line, document, faults);
            if (unit != null) {
                stage.add(line, unit);
            }
            if (line % PROGRESS_EVERY == 0) {
                run.progress("reading lines", line, null);
            }
        })));
        return lines.get();
    }

    private static Report report(long lines, long skipped, Changes units, Changes organisers, LineFaults faults) {
        return new Report(lines, skipped, units, organisers, faults.count(), faults.told());
    }
}
