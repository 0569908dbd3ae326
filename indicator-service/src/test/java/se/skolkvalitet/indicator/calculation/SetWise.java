package se.skolkvalitet.indicator.calculation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.text.Codes;

/** The calculation as the service does it, of a world that is in the database for so long only. */
record SetWise(Jdbi jdbi, CalculationStore store, Calculator calculator, TakingOver takingOver) implements Calculated {
    private static final String NOBODY = "0000000000";
    /** For another calculation in the same transaction. */
    private static final String DROP_TEMPORARY = """
            do $$
            declare dropped text;
            begin
                select string_agg(relname, ', ') into dropped
                from pg_class
                where relkind = 'r' and relnamespace = pg_my_temp_schema();
                execute 'drop table ' || dropped;
            end $$
            """;

    private static final String TOLD = """
            with told as materialized (
                select level, area, measure, period, "schoolForm" as school_form, sex, grade, programme, value, low, high, status
                from jsonb_to_recordset(:rows) as told (
                    level text, area text, measure text, period text, "schoolForm" text, sex text, grade text, programme text,
                    value numeric, low numeric, high numeric, status text
                )
            )
            """;
    private static final String SUPERSEDE = TOLD + """
            update observation as known
            set superseded_by = :import
            from told
            where superseded_by is null
                and (known.level, known.area, known.measure, known.period, known.school_form, known.sex, known.grade,
                    known.programme)
                = (told.level, told.area, told.measure, told.period, told.school_form, told.sex, told.grade, told.programme)
                and (known.value, known.low, known.high, known.status)
                    is distinct from (told.value, told.low, told.high, told.status)
            """;
    private static final String INSERT = TOLD + """
            , added as (
                insert into observation (level, area, measure, period, school_form, sex, grade, programme, value, low, high,
                    status, import, line)
                select told.*, :import, 1
                from told
                where not exists (
                    select from observation as known
                    where superseded_by is null
                        and (known.level, known.area, known.measure, known.period, known.school_form, known.sex, known.grade,
                            known.programme)
                        = (told.level, told.area, told.measure, told.period, told.school_form, told.sex, told.grade,
                            told.programme)
                )
                returning measure, period
            )
            insert into imported_period
            select distinct :import, measure, period from added
            """;

    private record UnitRow(
            String code,
            String municipality,
            String county,
            Set<String> schoolForms,
            List<MembershipRow> memberships) {}

    private record MembershipRow(String organiser, String from, String to) {}

    private record GradesRow(String unit, String schoolForm, Set<Integer> grades) {}

    private record ObservationRow(
            String level,
            String area,
            String measure,
            String period,
            String schoolForm,
            String sex,
            String grade,
            String programme,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            String status) {}

    /**
     * A calculation that took over from an earlier one.
     *
     * @param values of them, with those that were taken over
     * @param differences rows that it has and a full calculation has not, or the other way round
     */
    record Following(long takenOver, long values, List<String> differences) {}

    @Override
    public Map<Key, Outcome> of(World world) {
        return inTransaction(handle -> {
            handle.execute("delete from observation");
            register(handle, world.register());
            long lastImport = imported(handle, world.statistics());
            long number = number(handle, lastImport);
            calculate(number, world, lastImport, Optional.empty());
            return outcomes(handle, number);
        });
    }

    /** Calculates a world, and what became of it: once with what can be taken over, and once all of it. */
    Following following(World before, World after) {
        return inTransaction(handle -> {
            handle.execute("delete from observation");
            register(handle, before.register());
            long firstImport = imported(handle, before.statistics());
            long base = number(handle, firstImport);
            calculate(base, before, firstImport, Optional.empty());
            store.finish(base);
            register(handle, after.register());
            long lastImport = imported(handle, after.statistics());
            long following = number(handle, lastImport);
            long takenOver = calculate(following, after, lastImport, takingOver.base(following, 1));
            long full = number(handle, lastImport);
            calculate(full, after, lastImport, Optional.empty());
            return new Following(takenOver, count(handle, following), differences(handle, following, full));
        });
    }

    private <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        QuarkusTransaction.begin();
        try {
            return jdbi.withHandle(work);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static long number(Handle handle, long lastImport) {
        handle.execute("insert into edition (number, valid_from, document) values (1, '2026-07-01', '{}')"
                + " on conflict do nothing");
        return handle.createQuery("insert into calculation (job, edition, last_import, fingerprint, calculated_at)"
                        + " values (uuidv7(), 1, :lastImport, uuidv7()::text, now()) returning number")
                .bind("lastImport", lastImport)
                .mapTo(Long.class)
                .one();
    }

    /** @return how many values were taken over */
    private long calculate(long number, World world, long lastImport, Optional<Long> base) {
        Plan plan = Planner.of(edition(world));
        store.prepare(number);
        Families families = Families.of(plan);
        calculator.begin(plan, families, Definition.of(edition(world), families, world.formChanges()));
        base.ifPresentOrElse(takingOver::touchChanged, takingOver::touchAll);
        calculator.gather(lastImport);
        calculator.addUp(world.leastCoverage());
        calculator.combine(plan, world.leastCoverage(), world.disclosure());
        calculator.write(number);
        long takenOver = takingOver.takeOver(number, base);
        calculator.writePooled(number, world.formChanges());
        jdbi.useHandle(handle -> handle.execute(DROP_TEMPORARY));
        return takenOver;
    }

    private static long count(Handle handle, long calculation) {
        return handle.createQuery("select count(*) from value_" + calculation)
                .mapTo(Long.class)
                .one();
    }

    private static List<String> differences(Handle handle, long one, long other) {
        String rows = "select (to_jsonb(made) - 'calculation')::text from value_%d as made";
        String of = "(" + rows + " except all " + rows + ")";
        return handle.createQuery("select 'taken over: ' || a.row from " + of.formatted(one, other)
                        + " as a (row) union all select 'made anew: ' || b.row from " + of.formatted(other, one)
                        + " as b (row) order by 1")
                .mapTo(String.class)
                .list();
    }

    private static Edition edition(World world) {
        List<Edition.Measure> measures = world.measures().stream()
                .map(measure -> new Edition.Measure(
                        measure.code(),
                        null,
                        "number",
                        "count",
                        null,
                        null,
                        null,
                        Set.of(),
                        measure.grades(),
                        null,
                        measure.isOfPupils() ? "pupils" : "nobody"))
                .toList();
        List<Edition.Indicator> indicators = world.indicators().stream()
                .map(indicator -> new Edition.Indicator(
                        indicator.code(),
                        null,
                        null,
                        List.of(),
                        indicator.schoolForms(),
                        indicator.inPercent() ? "percent" : "ratio",
                        indicator.decimals(),
                        null,
                        null,
                        indicator.formula(),
                        List.of(),
                        null))
                .toList();
        LeastCoverage least = world.leastCoverage();
        DisclosureRules disclosure = world.disclosure();
        return new Edition(
                1,
                measures,
                List.of(),
                List.of(),
                indicators,
                List.of(),
                List.of(),
                new Edition.LeastCoverage(least.wide(), least.narrow()),
                new Edition.Disclosure(
                        disclosure.leastGroup(),
                        disclosure.leastCount(),
                        disclosure.tellsNearly() ? "rounded" : null,
                        disclosure.width()));
    }

    private static void register(Handle handle, Register register) {
        for (String table : List.of("unit_grades", "membership", "school_unit", "organiser", "county")) {
            handle.execute("delete from " + table);
        }
        List<UnitRow> units = register.units().stream().map(SetWise::row).toList();
        handle.createUpdate("insert into school_unit select code, code, '" + NOBODY
                        + "', municipality, municipality, county,"
                        + " county, \"schoolForms\", 'active' from jsonb_to_recordset(:units) as unit"
                        + " (code text, municipality text, county text, \"schoolForms\" text[])")
                .bind("units", new Json(units))
                .execute();
        handle.createUpdate("insert into membership select code, organiser, daterange(\"from\", \"to\")"
                        + " from jsonb_to_recordset(:units) as unit (code text, memberships jsonb),"
                        + " jsonb_to_recordset(memberships) as membership (organiser text, \"from\" date, \"to\" date)")
                .bind("units", new Json(units))
                .execute();
        List<GradesRow> grades = register.units().stream()
                .flatMap(unit -> unit.grades().entrySet().stream()
                        .map(told -> new GradesRow(unit.code(), told.getKey(), new TreeSet<>(told.getValue()))))
                .toList();
        handle.createUpdate(
                        "insert into unit_grades select unit, \"schoolForm\", grades from jsonb_to_recordset(:grades)"
                                + " as told (unit text, \"schoolForm\" text, grades int[])")
                .bind("grades", new Json(grades))
                .execute();
        handle.createUpdate("insert into organiser select key, key, value, '', '' from jsonb_each_text(:kinds)")
                .bind("kinds", new Json(register.kinds()))
                .execute();
        handle.createUpdate("insert into county select code, code, case when whole then date '2026-01-01' end"
                        + " from jsonb_to_recordset(:counties) as county (code text, whole boolean)")
                .bind("counties", new Json(register.counties()))
                .execute();
    }

    private static UnitRow row(Register.Unit unit) {
        List<MembershipRow> memberships = unit.memberships().stream()
                .map(one -> new MembershipRow(one.organiser(), text(one.from()), text(one.to())))
                .toList();
        return new UnitRow(unit.code(), unit.municipality(), unit.county(), unit.schoolForms(), memberships);
    }

    private static String text(Object date) {
        return date == null ? null : date.toString();
    }

    /** As an import does it: what is told otherwise supersedes what was known. */
    private static long imported(Handle handle, Statistics statistics) {
        long number = handle.createQuery("insert into statistics_import (job, source, sha256, imported_at)"
                        + " values (uuidv7(), 'made-up', '', now()) returning number")
                .mapTo(Long.class)
                .one();
        List<ObservationRow> rows =
                statistics.observations().stream().map(SetWise::row).toList();
        for (String sql : List.of(SUPERSEDE, INSERT)) {
            handle.createUpdate(sql)
                    .bind("rows", new Json(rows))
                    .bind("import", number)
                    .execute();
        }
        return number;
    }

    private static ObservationRow row(Statistics.Observation observation) {
        Statistics.Series series = observation.series();
        Place place = observation.place();
        return new ObservationRow(
                place.level().value(),
                place.area(),
                series.measure(),
                place.period(),
                series.schoolForm(),
                series.sex(),
                series.grade(),
                series.programme(),
                observation.value(),
                observation.low(),
                observation.high(),
                observation.status().value());
    }

    private static Map<Key, Outcome> outcomes(Handle handle, long calculation) {
        Map<Key, Outcome> outcomes = new HashMap<>();
        try (Stream<Map.Entry<Key, Outcome>> rows = handle
                .createQuery("select * from value_" + calculation)
                .map((row, context) -> Map.entry(key(row), outcome(row)))
                .stream()) {
            rows.forEach(row -> outcomes.put(row.getKey(), row.getValue()));
        }
        return outcomes;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getString("indicator"),
                Codes.parse(Level.class, row.getString("level")),
                row.getString("area"),
                row.getString("period"),
                row.getString("sex"),
                row.getString("school_form"));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getBigDecimal("value"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getBigDecimal("interval_low"),
                row.getBigDecimal("interval_high"),
                Codes.parse(ValueStatus.class, row.getString("status")),
                ValueReason.read(row.getString("reason")),
                row.getBigDecimal("coverage"),
                row.getBigDecimal("rounded_share"),
                row.getBigDecimal("estimate"),
                row.getInt("units"),
                row.getInt("units_with_value"),
                standing(row));
    }

    private static Outcome.Standing standing(ResultSet row) throws SQLException {
        int place = row.getInt("place");
        return row.wasNull()
                ? null
                : new Outcome.Standing(place, range(row), row.getInt("among"), row.getInt("percentile"));
    }

    private static Outcome.Range range(ResultSet row) throws SQLException {
        int from = row.getInt("place_from");
        return row.wasNull() ? null : new Outcome.Range(from, row.getInt("place_to"));
    }
}
