package se.skolkvalitet.indicator.calculation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.imports.StatisticsImports;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.indicator.protection.PupilProtection;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;

/**
 * Calculates every indicator of an edition for every area and period that has statistics.
 *
 * <p>A calculation is a function of the edition, the imports and the register as they are now. When one with the same
 * inputs exists, it is the answer and nothing is calculated.
 */
@ApplicationScoped
class CalculationJob implements JobHandler<CalculationJob.Parameters> {
    static final String KIND = "calculation";

    private static final long STAGES = 4;

    @Inject
    CalculationRepository calculations;

    @Inject
    CalculationStore store;

    @Inject
    Calculator calculator;

    @Inject
    PupilProtection protection;

    @Inject
    TakingOver takingOver;

    @Inject
    UnusedCalculations unused;

    @Inject
    StatisticsImports imports;

    @Inject
    EditionStore editions;

    @Inject
    Event<CalculationWritten> written;

    @Inject
    CodeVersion codeVersion;

    @Inject
    Clock clock;

    /** @param edition its number; null for the latest */
    record Parameters(Integer edition) {}

    /**
     * What was calculated.
     *
     * @param reused an earlier calculation had the same inputs and is the answer
     * @param takenOver null where nothing could be taken over
     * @param ownFigures for each indicator and school form of which the source tells figures of areas that we can calculate
     */
    public record Report(
            long number,
            boolean reused,
            int edition,
            long lastImport,
            int indicators,
            @Nullable TakenOver takenOver,
            List<ValueCount> values,
            List<OwnFigures> ownFigures) {}

    /**
     * What an earlier calculation had already, and nothing has changed for.
     *
     * @param calculation its number
     * @param values how many, with those of several periods together
     */
    public record TakenOver(long calculation, long values) {}

    private record Made(long number, boolean reused, TakenOver takenOver) {}

    /** How many values of a level have a status; those of several periods together are not counted. */
    public record ValueCount(Level level, ValueStatus status, long count) {}

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
        Edition edition = parameters.edition() == null
                ? editions.latest().orElseThrow(() -> new JobFailed("No edition is known yet."))
                : editions.find(parameters.edition());
        unused.drop();
        return QuarkusTransaction.requiringNew().call(() -> {
            Report report = calculate(run, edition);
            run.complete(report);
            return report;
        });
    }

    private Report calculate(JobRun run, Edition edition) {
        store.freeze();
        long lastImport = imports.last().orElseThrow(() -> new JobFailed("No statistics have been imported yet."));
        String fingerprint = fingerprint(edition, lastImport);
        Made made = calculations.withInputs(fingerprint).stream()
                .filter(existing -> !protection.isOutdated(existing.number()))
                .findFirst()
                .map(existing -> new Made(existing.number(), true, null))
                .orElseGet(() -> calculateNew(run, edition, lastImport, fingerprint));
        return new Report(
                made.number(),
                made.reused(),
                edition.number(),
                lastImport,
                edition.indicators().size(),
                made.takenOver(),
                store.counts(made.number()),
                store.ownFigures(made.number(), edition.indicators()));
    }

    private Made calculateNew(JobRun run, Edition edition, long lastImport, String fingerprint) {
        CalculationEntity calculation = new CalculationEntity(
                run.id(),
                edition.number(),
                lastImport,
                fingerprint,
                clock.instant(),
                protection.newestRelease(),
                codeVersion.text());
        calculations.persistAndFlush(calculation);
        long number = calculation.number();
        store.prepare(number);
        Plan plan = Planner.of(edition);
        run.progress("gathering statistics", 0, STAGES);
        List<SchoolFormChange> changes = SchoolFormChange.of(editions.schoolForms(edition.number()));
        Families families = Families.of(plan);
        calculator.begin(plan, families, Definition.of(edition, families, changes));
        Optional<Long> base = takingOver.base(number, edition.number());
        base.ifPresentOrElse(takingOver::touchChanged, takingOver::touchAll);
        base.ifPresent(protection::touchFamilies);
        calculator.gather(lastImport);
        run.progress("adding up", 1, STAGES);
        LeastCoverage least = LeastCoverage.of(edition);
        DisclosureRules disclosure = DisclosureRules.of(edition);
        calculator.addUp(least);
        protection.protect(
                number,
                families.families(),
                disclosure,
                (done, total) -> run.progress("protecting pupils, tables", done, total));
        run.progress("calculating", 2, STAGES);
        calculator.combine(plan, least, disclosure);
        run.progress("writing values", 3, STAGES);
        calculator.write(number);
        long takenOver = takingOver.takeOver(number, base);
        base.ifPresent(from -> protection.takeOver(number, from));
        calculator.writePooled(number, changes);
        store.finish(number);
        written.fire(new CalculationWritten(number, edition));
        return new Made(
                number, false, base.map(from -> new TakenOver(from, takenOver)).orElse(null));
    }

    private String fingerprint(Edition edition, long lastImport) {
        String inputs = "rules %s, edition %d, imports to %d, register %s"
                .formatted(Definition.RULES, edition.number(), lastImport, store.membership());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
