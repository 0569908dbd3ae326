package se.skolkvalitet.regional.register;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Bulk;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.imports.JsonLines;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;
import se.skolkvalitet.kit.problem.FieldError;

/**
 * Brings organisers and school units up to what a file of the register says, in one transaction, and announces what
 * changed and nothing else. A unit that the file does not list is left as it is: a file may hold a part of the country.
 */
@ApplicationScoped
class RegisterImportJob implements JobHandler<RegisterImportJob.Parameters> {
    static final String KIND = "register-import";
    private static final long PROGRESS_EVERY = 500;
    private static final String STAGE = Sql.load(RegisterImportJob.class, "stage-units");
    private static final String FAULTS = Sql.load(RegisterImportJob.class, "faults-of-staged-units");
    private static final String DROP_FAULTY = Sql.load(RegisterImportJob.class, "drop-faulty-units");
    private static final String MERGE_UNITS = Sql.load(RegisterImportJob.class, "merge-units");
    private static final String MERGE_ORGANISERS = Sql.load(RegisterImportJob.class, "merge-organisers");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    RegisterStore register;

    record Parameters(ImportMode mode) {}

    /** What an import did, by kind. */
    public record Report(
            long lines,
            long skippedLines,
            Changes schoolUnits,
            Changes organisers,
            long faultCount,
            List<FieldError> faults) {}

    /** Counts of what became of the records of one kind. */
    public record Changes(long inserted, long changed, long unchanged) {}

    /** A row of a merge. */
    public record Merged(String code, boolean inserted) {}

    /** A fault that only shows beside other lines or data. */
    public record StagedFault(long line, String field, String rule, String message) {}

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
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    Report report = importInto(handle, run, parameters.mode());
                    run.complete(report);
                    return report;
                }));
    }

    private Report importInto(Handle handle, JobRun run, ImportMode mode) {
        LineFaults faults = new LineFaults();
        handle.execute(STAGE);
        long lines = stage(handle, run, faults);
        handle.createQuery(FAULTS)
                .mapTo(StagedFault.class)
                .forEach(fault -> faults.add(fault.line(), fault.field(), fault.rule(), fault.message()));
        if (!faults.isEmpty() && mode == ImportMode.ATOMIC) {
            throw new JobFailed(
                    "%d lines have faults; nothing was imported.".formatted(faults.faultyLines()),
                    report(lines, lines, none(), none(), faults));
        }
        handle.execute(DROP_FAULTY);
        run.progress("merging", 0, null);
        Changes units = mergeUnits(handle);
        Changes organisers = mergeOrganisers(handle);
        return report(lines, faults.faultyLines(), units, organisers, faults);
    }

    private long stage(Handle handle, JobRun run, LineFaults faults) {
        try (Bulk bulk = Bulk.into(handle, "staged_unit")) {
            long lines = JsonLines.read(run.input(), mapper, faults, (line, document) -> {
                RegisteredUnit unit = RegisteredUnit.read(line, document, faults);
                if (unit != null) {
                    write(bulk, line, unit);
                }
                if (line % PROGRESS_EVERY == 0) {
                    run.progress("reading lines", line, null);
                }
            });
            bulk.finish();
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Bulk bulk, long line, RegisteredUnit unit) {
        bulk.row(
                line,
                unit.code().value(),
                unit.name(),
                unit.organiser().value(),
                unit.organiserName(),
                unit.organiserKind().value(),
                unit.municipality().value(),
                unit.schoolFormsLiteral(),
                unit.orientation(),
                unit.street(),
                unit.zipCode(),
                unit.city(),
                unit.latitude(),
                unit.longitude());
    }

    private Changes mergeUnits(Handle handle) {
        List<Merged> merged =
                handle.createQuery(MERGE_UNITS).mapTo(Merged.class).list();
        register.announceUnits(merged.stream().map(Merged::code).toList());
        return changes(handle, "select count(*) from staged_unit", merged);
    }

    private Changes mergeOrganisers(Handle handle) {
        List<Merged> merged =
                handle.createQuery(MERGE_ORGANISERS).mapTo(Merged.class).list();
        register.announceOrganisers(merged.stream().map(Merged::code).toList());
        return changes(handle, "select count(distinct organiser) from staged_unit", merged);
    }

    private static Changes changes(Handle handle, String countStaged, List<Merged> merged) {
        long staged = handle.createQuery(countStaged).mapTo(Long.class).one();
        long inserted = merged.stream().filter(Merged::inserted).count();
        return new Changes(inserted, merged.size() - inserted, Math.max(0, staged - merged.size()));
    }

    private static Changes none() {
        return new Changes(0, 0, 0);
    }

    private static Report report(long lines, long skipped, Changes units, Changes organisers, LineFaults faults) {
        return new Report(lines, skipped, units, organisers, faults.count(), faults.told());
    }
}
