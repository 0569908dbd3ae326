package se.skolkvalitet.indicator.calculation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.text.Codes;

/** The calculation as the service does it, of a world that is in the database for so long only. */
record SetWise(Jdbi jdbi, CalculationStore store, Calculator calculator) implements Calculated {
    private static final String NOBODY = "0000000000";

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

    @Override
    public Map<Key, Outcome> of(World world) {
        QuarkusTransaction.begin();
        try {
            return jdbi.withHandle(handle -> {
                register(handle, world.register());
                long lastImport = observations(handle, world.statistics());
                return outcomes(handle, calculated(handle, world, lastImport));
            });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private long calculated(Handle handle, World world, long lastImport) {
        handle.execute("insert into edition (number, valid_from, document) values (1, '2026-07-01', '{}')"
                + " on conflict do nothing");
        long number = handle.createQuery(
                        "insert into calculation (job, edition, last_import, fingerprint, calculated_at)"
                                + " values (uuidv7(), 1, :lastImport, uuidv7()::text, now()) returning number")
                .bind("lastImport", lastImport)
                .mapTo(Long.class)
                .one();
        Plan plan = Planner.of(edition(world));
        store.prepare(number);
        calculator.gather(plan, lastImport);
        calculator.calculate(plan, world.leastCoverage());
        calculator.write(number);
        return number;
    }

    private static Edition edition(World world) {
        List<Edition.Measure> measures = world.measures().stream()
                .map(measure -> new Edition.Measure(
                        measure.code(), null, null, null, null, null, Set.of(), measure.grades(), null))
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
                        List.of()))
                .toList();
        return new Edition(1, measures, List.of(), List.of(), indicators, List.of(), List.of(), null);
    }

    private static void register(Handle handle, Register register) {
        for (String table : List.of("observation", "unit_grades", "membership", "school_unit", "county")) {
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

    private static long observations(Handle handle, Statistics statistics) {
        long number = handle.createQuery("insert into statistics_import (job, source, sha256, imported_at)"
                        + " values (uuidv7(), 'made-up', '', now()) returning number")
                .mapTo(Long.class)
                .one();
        List<ObservationRow> rows =
                statistics.observations().stream().map(SetWise::row).toList();
        handle.createUpdate("insert into observation (level, area, measure, period, school_form, sex, grade, programme,"
                        + " value, low, high, status, import, line) select level, area, measure, period, \"schoolForm\", sex,"
                        + " grade, programme, value, low, high, status, :import, 1 from jsonb_to_recordset(:rows) as told (level"
                        + " text, area text, measure text, period text, \"schoolForm\" text, sex text, grade text, programme"
                        + " text, value numeric, low numeric, high numeric, status text)")
                .bind("rows", new Json(rows))
                .bind("import", number)
                .execute();
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
                row.getInt("units_with_value"));
    }
}
