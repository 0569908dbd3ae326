package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.framework.EditionStore;
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
 * Takes in a file of statistics in one transaction. What is new or differs from what is known supersedes it under the
 * number of this import; what is the same stays under the import that first brought it.
 */
@ApplicationScoped
class StatisticsImportJob implements JobHandler<StatisticsImportJob.Parameters> {
    static final String KIND = "statistics-import";
    private static final long PROGRESS_EVERY = 100;
    private static final String STAGE = Sql.load(StatisticsImportJob.class, "stage-observations");
    private static final String FAULTS = Sql.load(StatisticsImportJob.class, "faults-of-staged-observations");
    private static final String DROP_FAULTY = Sql.load(StatisticsImportJob.class, "drop-faulty-observations");
    private static final String COMPARE = Sql.load(StatisticsImportJob.class, "compare-observations");
    private static final String SUPERSEDE = Sql.load(StatisticsImportJob.class, "supersede-observations");
    private static final String INSERT = Sql.load(StatisticsImportJob.class, "insert-observations");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    EditionStore editions;

    @Inject
    Clock clock;

    record Parameters(StatisticsSource source, ImportMode mode) {}

    /**
     * What an import did.
     *
     * @param number of the import; null where it changed nothing
     * @param observations by what became of them
     * @param statuses the file's observations by status
     */
    public record Report(
            Long number,
            long lines,
            long skippedLines,
            Changes observations,
            Map<String, Long> statuses,
            long faultCount,
            List<FieldError> faults) {}

    /** Counts of what became of the observations. */
    public record Changes(long inserted, long changed, long unchanged) {}

    /** A fault that only shows beside other lines or data. */
    public record StagedFault(long line, String field, String rule, String message) {}

    /** Observations of one status. */
    public record StatusCount(String status, long count) {}

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
        Edition edition = editions.latest()
                .orElseThrow(() -> new JobFailed("No edition is known yet that says what the statistics mean."));
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    Report report = importInto(handle, run, parameters, measures(edition, parameters.source()));
                    run.complete(report);
                    return report;
                }));
    }

    private static Map<String, Measure> measures(Edition edition, StatisticsSource source) {
        return edition.measures().stream()
                .filter(measure -> measure.source().equals(source.value()))
                .collect(Collectors.toMap(Measure::sourceKey, Function.identity()));
    }

    private Report importInto(Handle handle, JobRun run, Parameters parameters, Map<String, Measure> measures) {
        LineFaults faults = new LineFaults();
        handle.execute(STAGE);
        long lines = stage(handle, run, measures, faults);
        handle.createQuery(FAULTS)
                .mapTo(StagedFault.class)
                .forEach(fault -> faults.add(fault.line(), fault.field(), fault.rule(), fault.message()));
        if (!faults.isEmpty() && parameters.mode() == ImportMode.ATOMIC) {
            Changes none = new Changes(0, 0, 0);
            throw new JobFailed(
                    "%d lines have faults; nothing was imported.".formatted(faults.faultyLines()),
                    new Report(null, lines, lines, none, Map.of(), faults.count(), faults.told()));
        }
        dropFaulty(handle, faults);
        run.progress("merging", 0, null);
        return merge(handle, run, parameters, lines, faults);
    }

    private long stage(Handle handle, JobRun run, Map<String, Measure> measures, LineFaults faults) {
        try (Bulk bulk = Bulk.into(handle, "staged_observation")) {
            long lines = JsonLines.read(run.input(), mapper, faults, (line, document) -> {
                new PlannedEducationsLine(line, measures, faults)
                        .read(document, observation -> write(bulk, line, observation));
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

    private static void write(Bulk bulk, long line, PlannedEducationsLine.Observation observation) {
        bulk.row(
                line,
                observation.unit(),
                observation.measure(),
                observation.period().value(),
                observation.figure().value() == null
                        ? null
                        : observation.figure().value().toPlainString(),
                observation.figure().status().value(),
                observation.raw());
    }

    /** A line counts as a whole: with one fault in it nothing of it is imported. */
    private static void dropFaulty(Handle handle, LineFaults faults) {
        handle.createUpdate(DROP_FAULTY)
                .bindArray("lines", Long.class, faults.lines().boxed().toList())
                .execute();
    }

    private Report merge(Handle handle, JobRun run, Parameters parameters, long lines, LineFaults faults) {
        handle.execute(COMPARE);
        long total = count(handle, "select count(*) from staged_observation");
        long inserted = count(handle, "select count(*) from changed_observation where not known");
        long changed = count(handle, "select count(*) from changed_observation where known");
        Map<String, Long> statuses = new TreeMap<>();
        handle.createQuery("select status, count(*) as count from staged_observation group by status")
                .mapTo(StatusCount.class)
                .forEach(row -> statuses.put(row.status(), row.count()));
        Long number = inserted + changed == 0 ? null : write(handle, run, parameters);
        Changes changes = new Changes(inserted, changed, total - inserted - changed);
        return new Report(number, lines, faults.faultyLines(), changes, statuses, faults.count(), faults.told());
    }

    private Long write(Handle handle, JobRun run, Parameters parameters) {
        long number = handle.createQuery("insert into statistics_import (job, source, sha256, imported_at)"
                        + " values (:job, :source, :sha256, :now) returning number")
                .bind("job", run.id())
                .bind("source", parameters.source())
                .bind("sha256", run.inputSha256())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
        handle.createUpdate(SUPERSEDE).bind("import", number).execute();
        handle.createUpdate(INSERT).bind("import", number).execute();
        return number;
    }

    private static long count(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }
}
