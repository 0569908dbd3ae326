package se.skolkvalitet.indicator.calculation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.kit.db.Sql;
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

    /** Belongs to the fingerprint, so that a change of the rules gives a new calculation of the same inputs. */
    private static final String RULES = "1";

    private static final String INPUT = Sql.load(CalculationJob.class, "create-input");
    private static final String UNIT_AREA = Sql.load(CalculationJob.class, "create-unit-area");
    private static final String UNITS = Sql.load(CalculationJob.class, "write-units");
    private static final String AREAS = Sql.load(CalculationJob.class, "write-areas");
    private static final String VALUES = Sql.load(CalculationJob.class, "write-values");
    private static final String MEMBERSHIP = Sql.load(CalculationJob.class, "fingerprint-of-membership");
    private static final String COUNTS = "select level, status, count(*) as count from value"
            + " where calculation = :calculation group by level, status order by level, status";

    @Inject
    Jdbi jdbi;

    @Inject
    EditionStore editions;

    @Inject
    Clock clock;

    /** @param edition its number; null for the latest */
    record Parameters(Integer edition) {}

    /**
     * What was calculated.
     *
     * @param reused an earlier calculation had the same inputs and is the answer
     */
    public record Report(
            long number, boolean reused, int edition, long lastImport, int indicators, List<ValueCount> values) {}

    /** How many values of a level have a status. */
    public record ValueCount(String level, String status, long count) {}

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
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    Report report = calculate(handle, run, edition);
                    run.complete(report);
                    return report;
                }));
    }

    private Report calculate(Handle handle, JobRun run, Edition edition) {
        // Every statement below must see the same statistics and the same register.
        handle.execute("set transaction isolation level repeatable read");
        long lastImport = handle.createQuery("select max(number) from statistics_import")
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new JobFailed("No statistics have been imported yet."));
        String fingerprint = fingerprint(handle, edition, lastImport);
        Optional<Long> existing = handle.createQuery("select number from calculation where fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .mapTo(Long.class)
                .findOne();
        long number = existing.orElseGet(() -> calculateNew(handle, run, edition, lastImport, fingerprint));
        return new Report(
                number,
                existing.isPresent(),
                edition.number(),
                lastImport,
                edition.indicators().size(),
                handle.createQuery(COUNTS)
                        .bind("calculation", number)
                        .mapTo(ValueCount.class)
                        .list());
    }

    private long calculateNew(Handle handle, JobRun run, Edition edition, long lastImport, String fingerprint) {
        long number = handle.createQuery("insert into calculation"
                        + " (job, edition, last_import, fingerprint, calculated_at)"
                        + " values (:job, :edition, :lastImport, :fingerprint, :now) returning number")
                .bind("job", run.id())
                .bind("edition", edition.number())
                .bind("lastImport", lastImport)
                .bind("fingerprint", fingerprint)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
        handle.createUpdate(INPUT).bind("lastImport", lastImport).execute();
        handle.execute(UNIT_AREA);
        handle.execute("analyze input");
        handle.execute("analyze unit_area");
        handle.createUpdate(UNITS).bind("calculation", number).execute();
        handle.createUpdate(AREAS).bind("calculation", number).execute();
        String table = "value_" + number;
        handle.execute("create table " + table + " (like value including defaults including constraints)");
        long done = 0;
        for (Indicator indicator : edition.indicators()) {
            run.progress("calculating " + indicator.code(), done++, (long)
                    edition.indicators().size());
            write(handle, table, number, indicator);
        }
        handle.execute("alter table value attach partition " + table + " for values in (" + number + ")");
        handle.execute("analyze " + table);
        return number;
    }

    private static void write(Handle handle, String table, long number, Indicator indicator) {
        Formula formula = Formula.parse(indicator.formula());
        boolean share = indicator.unit().equals("percent");
        String sql = VALUES.replace("${table}", table)
                .replace("${exact}", isOneMeasure(formula) ? "level = 'school-unit'" : "false")
                .replace("${formula}", FormulaSql.of(formula, share));
        handle.createUpdate(sql)
                .bind("calculation", number)
                .bind("indicator", indicator.code())
                .bind(
                        "schoolForm",
                        indicator.schoolForms().stream().sorted().findFirst().orElseThrow())
                .bind("decimals", indicator.decimals())
                .execute();
    }

    /** A unit's value is then the source's own figure, which is published as it came, not rounded again. */
    private static boolean isOneMeasure(Formula formula) {
        return formula instanceof Formula.Reported || formula instanceof Formula.Sum || formula instanceof Formula.Mean;
    }

    private static String fingerprint(Handle handle, Edition edition, long lastImport) {
        String membership = handle.createQuery(MEMBERSHIP).mapTo(String.class).one();
        String inputs = "rules %s, edition %d, imports to %d, register %s"
                .formatted(RULES, edition.number(), lastImport, membership);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
