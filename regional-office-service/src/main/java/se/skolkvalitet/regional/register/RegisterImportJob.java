package se.skolkvalitet.regional.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.imports.JsonLines;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.office.CoverageMap;

/**
 * Brings organisers and school units up to what a file of the register says, in one transaction, and announces what
 * changed and nothing else. A unit that the file does not list is otherwise left as it is: a file may hold a part of the
 * country.
 *
 * <p>The file tells of one day. What a file of a later day has told stays as it is; a file of the same day corrects what
 * the earlier one told. Of counties that the file has whole, units that it does not list are closed, unless a line is
 * faulty: it could be theirs. An import that would close more of them than it may does nothing. What it leaves behind is
 * all units of these counties as of that day, which is remembered and announced too.
 *
 * <p>A lenient import leaves out the faulty lines and no others. Where lines contradict each other about an organiser's
 * kind, those are faulty that say otherwise than the lines of most of its units; with as many units on both sides, those
 * that say otherwise than the register. A repeat of a unit is faulty only after a line of it that is not.
 */
@ApplicationScoped
class RegisterImportJob implements JobHandler<RegisterImportJob.Parameters> {
    static final String KIND = "register-import";
    /** Stands for all counties. */
    static final CountyCode COUNTRY = new CountyCode("00");

    private static final long PROGRESS_EVERY = 500;

    @Inject
    RegisterImportStore store;

    @Inject
    RegisterExtentStore extent;

    @Inject
    CoverageMap coverage;

    @Inject
    ObjectMapper mapper;

    @Inject
    RegisterDay day;

    /**
     * @param asOf the day that the file tells of; null for the day on which it is imported
     * @param covers the counties of which the file has all units, {@link #COUNTRY} for all; null for none
     * @param mayClose how many of their units it may close together; null for as many as usual in each
     */
    record Parameters(ImportMode mode, LocalDate asOf, List<CountyCode> covers, Integer mayClose) {}

    /**
     * What an import did, by kind.
     *
     * @param closedUnits those of the changed and inserted units that are closed by it
     * @param faultRules how many of the faults break which rule
     * @param faults the first of them; all are in the import's collection {@code faults}
     */
    public record Report(
            LocalDate asOf,
            long lines,
            long skippedLines,
            long closedUnits,
            Changes schoolUnits,
            Changes organisers,
            long faultCount,
            Map<String, Long> faultRules,
            List<FieldError> faults) {}

    /** Counts of what became of the records of one kind. */
    public record Changes(long inserted, long changed, long unchanged) {
        static final Changes NONE = new Changes(0, 0, 0);
    }

    /** @param closed how many of the inserted and changed units are closed by it */
    record UnitChanges(Changes changes, long closed) {
        static final UnitChanges NONE = new UnitChanges(Changes.NONE, 0);
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
            Report report = importAll(run, parameters);
            run.complete(report);
            return report;
        });
    }

    /** In the caller's transaction. */
    Report importAll(JobRun run, Parameters parameters) {
        LocalDate asOf = parameters.asOf() == null ? day.today() : parameters.asOf();
        LineFaults faults = run.faults();
        long lines = stage(run, asOf, faults);
        store.findFaults(faults::add);
        if (!faults.isEmpty() && parameters.mode() == ImportMode.ATOMIC) {
            throw new JobFailed(
                    "Nothing was imported; lines with faults: %d.".formatted(faults.faultyLines()),
                    report(asOf, lines, lines, UnitChanges.NONE, Changes.NONE, faults));
        }
        store.dropFaulty();
        run.progress("merging", lines, lines);
        // What is announced of an organiser names its office; it must still be that one when this commits.
        coverage.holdStill();
        List<CountyCode> whole = whole(parameters.covers(), faults);
        Closing closing = store.findAbsent(asOf, whole);
        if (closing.isTooMuch(parameters.mayClose())) {
            throw new JobFailed(tooMuch(closing), report(asOf, lines, lines, UnitChanges.NONE, Changes.NONE, faults));
        }
        UnitChanges units = store.mergeUnits(asOf);
        Changes organisers = store.mergeOrganisers(asOf);
        extent.remember(asOf, whole);
        return report(asOf, lines, faults.faultyLines(), units, organisers, faults);
    }

    /** The counties of which the file is known to list all units. */
    private static List<CountyCode> whole(List<CountyCode> covers, LineFaults faults) {
        return covers == null || !faults.isEmpty() ? List.of() : covers;
    }

    private static String tooMuch(Closing closing) {
        return ("Nothing was imported. Active school units that the file does not list would be closed, and they are more"
                        + " than may be: %s. If the file is whole, send it again with mayClose=%d.")
                .formatted(closing.inWords(), closing.units());
    }

    private long stage(JobRun run, LocalDate asOf, LineFaults faults) {
        AtomicLong lines = new AtomicLong();
        store.stage(stage -> lines.set(JsonLines.read(run.input(), mapper, faults, (line, document) -> {
            RegisteredUnit unit = RegisteredUnit.read(line, document, asOf, faults);
            if (unit != null) {
                stage.add(line, unit);
            }
            if (line % PROGRESS_EVERY == 0) {
                run.progress("reading lines", line, null);
            }
        })));
        return lines.get();
    }

    private static Report report(
            LocalDate asOf, long lines, long skipped, UnitChanges units, Changes organisers, LineFaults faults) {
        return new Report(
                asOf,
                lines,
                skipped,
                units.closed(),
                units.changes(),
                organisers,
                faults.count(),
                faults.byRule(),
                faults.told());
    }
}
