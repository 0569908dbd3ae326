package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.unitcode.UnitCodeStore;
import se.skolkvalitet.kit.imports.ImportMode;
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

    @Inject
    ObservationStore observations;

    @Inject
    StatisticsImportRepository imports;

    @Inject
    ObjectMapper mapper;

    @Inject
    EditionStore editions;

    @Inject
    UnitCodeStore unitCodes;

    @Inject
    WarningLimits warningLimits;

    @Inject
    Clock clock;

    /**
     * What was asked for. A job that a release before 0.2 has queued says neither of the last two.
     *
     * @param complete whether the file holds all figures of the measures, periods and levels in it
     * @param licence of the figures: the source's own where it has one for all; null where nobody has told it
     */
    record Parameters(StatisticsSource source, ImportMode mode, Boolean complete, Licence licence) {
        Parameters {
            complete = complete != null && complete;
            licence = source.licence().map(Licence::new).orElse(licence);
        }

        /** Whether the figures are known to be published. */
        boolean isOpen() {
            return licence != null && licence.isKnown();
        }
    }

    /**
     * What an import did.
     *
     * @param number of the import; null where it changed nothing
     * @param mode what a faulty line did
     * @param complete whether the file was taken as all figures of the measures, periods and levels in it
     * @param notWithdrawn why it was not, although it was said to be; null otherwise
     * @param licence of the figures; null where nobody has told it
     * @param observations by what became of them
     * @param statuses the file's observations by status
     * @param passedOver what the file tells that the edition has no measure for, the first in their order, of sources of
     *     which an edition follows but a part; and with its level what it has another source for
     * @param faultRules how many of the faults break which rule
     * @param faults the first of them; all are in the import's collection {@code faults}
     * @param warningRules how many of the warnings are of which rule
     * @param warnings the first of what is odd in the file's figures; all are in the collection {@code warnings}
     */
    public record Report(
            Long number,
            ImportMode mode,
            boolean complete,
            String notWithdrawn,
            Licence licence,
            long lines,
            long skippedLines,
            Changes observations,
            Map<String, Long> statuses,
            Collection<String> passedOver,
            long faultCount,
            Map<String, Long> faultRules,
            List<FieldError> faults,
            long warningCount,
            Map<String, Long> warningRules,
            List<FieldError> warnings) {}

    /** Counts of what became of the observations. */
    public record Changes(long inserted, long changed, long unchanged, long withdrawn) {
        static final Changes NONE = new Changes(0, 0, 0, 0);

        boolean none() {
            return inserted + changed + withdrawn == 0;
        }
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
        Edition edition = editions.latest()
                .orElseThrow(() -> new JobFailed("No edition is known yet that says what the statistics mean."));
        FollowedMeasures followed = FollowedMeasures.of(
                edition.measures(), parameters.source().fills().value());
        return QuarkusTransaction.requiringNew().call(() -> {
            Report report = take(run, parameters, followed);
            run.complete(report);
            return report;
        });
    }

    private Report take(JobRun run, Parameters parameters, FollowedMeasures followed) {
        LineFaults faults = run.faults();
        long lines = read(run, parameters.source(), followed);
        observations.findFaults(faults::add);
        if (!faults.isEmpty() && parameters.mode() == ImportMode.ATOMIC) {
            throw new JobFailed(
                    "Nothing was imported; lines with faults: %d.".formatted(faults.faultyLines()),
                    report(run, null, parameters, lines, lines, Changes.NONE, Map.of(), followed));
        }
        observations.dropFaulty();
        run.progress("merging", lines, lines);
        Changes changes =
                observations.compare(parameters.source(), parameters.isOpen(), isComplete(parameters, faults));
        Long number = changes.none() ? null : supersede(run, parameters, isComplete(parameters, faults));
        run.progress("looking for what is odd", lines, lines);
        observations.findWarnings(followed.bySourceKey(), parameters.source(), warningLimits, run.warnings()::add);
        return report(run, number, parameters, lines, faults.faultyLines(), changes, observations.statuses(), followed);
    }

    private long read(JobRun run, StatisticsSource source, FollowedMeasures measures) {
        // Before the staging, which has the transaction's connection for itself.
        Map<String, String> units = source.unitCodes().map(unitCodes::units).orElse(Map.of());
        return observations.stage(staging -> source.reader()
                .read(
                        run::input,
                        new Reading(
                                measures,
                                units,
                                run.faults(),
                                staging,
                                mapper,
                                line -> run.progress("reading lines", line, null))));
    }

    /** The figures of a line with faults are there, whatever they are: a file without it is not all that there is. */
    private static boolean isComplete(Parameters parameters, LineFaults faults) {
        return parameters.complete() && faults.isEmpty();
    }

    private long supersede(JobRun run, Parameters asked, boolean complete) {
        StatisticsImportEntity added =
                new StatisticsImportEntity(run.id(), asked, complete, run.inputSha256(), clock.instant());
        imports.persistAndFlush(added);
        observations.supersede(added.number());
        return added.number();
    }

    private static Report report(
            JobRun run,
            Long number,
            Parameters asked,
            long lines,
            long skippedLines,
            Changes changes,
            Map<String, Long> statuses,
            FollowedMeasures measures) {
        LineFaults faults = run.faults();
        boolean complete = isComplete(asked, faults);
        return new Report(
                number,
                asked.mode(),
                complete,
                asked.complete() && !complete && asked.mode() == ImportMode.LENIENT
                        ? "Lines with faults were left out, and their figures may be there still."
                        : null,
                asked.licence(),
                lines,
                skippedLines,
                changes,
                statuses,
                measures.passedOver(),
                faults.count(),
                faults.byRule(),
                faults.told(),
                run.warnings().count(),
                run.warnings().byRule(),
                run.warnings().told());
    }
}
