package se.skolkvalitet.indicator.unitcode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.delimited.CsvTable;
import se.skolkvalitet.indicator.delimited.CsvTable.Row;
import se.skolkvalitet.indicator.unitcode.UnitCodeStore.Changes;
import se.skolkvalitet.indicator.unitcode.UnitCodeStore.Staging;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.text.InvalidValue;

/** Takes in a file of codes and their school units in one transaction. A code that is in no file stays as it is known. */
@ApplicationScoped
class UnitCodeImportJob implements JobHandler<UnitCodeImportJob.Parameters> {
    static final String KIND = "unit-code-import";

    /** They are held in memory while statistics are read; no register of schools has as many. */
    private static final long MOST = 100_000;

    private static final int PROGRESS_EVERY = 5000;
    private static final CsvTable TABLE = new CsvTable(List.of("code", "unit"), List.of());
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{Nd}._-]{1,40}");

    @Inject
    UnitCodeStore codes;

    record Parameters(UnitCodeScheme scheme, ImportMode mode) {}

    /**
     * What an import did.
     *
     * @param faultRules how many of the faults break which rule
     * @param faults the first of them; all are in the import's collection {@code faults}
     */
    public record Report(
            long lines,
            long skippedLines,
            Changes codes,
            long faultCount,
            Map<String, Long> faultRules,
            List<FieldError> faults) {}

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
            Report report = take(run, parameters);
            run.complete(report);
            return report;
        });
    }

    private Report take(JobRun run, Parameters parameters) {
        LineFaults faults = run.faults();
        long lines = codes.stage(staging -> TABLE.read(run.input(), faults, row -> readRow(row, run, faults, staging)));
        codes.findFaults(faults::add);
        if (!faults.isEmpty() && parameters.mode() == ImportMode.ATOMIC) {
            throw new JobFailed(
                    "Nothing was imported; lines with faults: %d.".formatted(faults.faultyLines()),
                    new Report(lines, lines, new Changes(0, 0, 0), faults.count(), faults.byRule(), faults.told()));
        }
        codes.dropFaulty();
        run.progress("merging", lines, lines);
        Changes changes = codes.changes(parameters.scheme());
        codes.save(parameters.scheme());
        if (codes.count(parameters.scheme()) > MOST) {
            throw new JobFailed("Nothing was imported; there would be more than %d codes.".formatted(MOST));
        }
        return new Report(lines, faults.faultyLines(), changes, faults.count(), faults.byRule(), faults.told());
    }

    private static void readRow(Row row, JobRun run, LineFaults faults, Staging staging) {
        String code = row.text("code");
        String unit = row.text("unit");
        if (!CODE.matcher(code).matches()) {
            faults.add(row.line(), "code", new InvalidValue("pattern", "'%s' is not a code", code));
        }
        try {
            Level.SCHOOL_UNIT.requireCode(unit);
        } catch (InvalidValue refused) {
            faults.add(row.line(), "unit", refused);
        }
        if (!faults.hasFaults(row.line())) {
            staging.add(row.line(), code, unit);
        }
        if (row.line() % PROGRESS_EVERY == 0) {
            run.progress("reading lines", row.line(), null);
        }
    }
}
