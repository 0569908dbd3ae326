package se.skolkvalitet.indicator.value;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueReason;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.Nearest.Named;
import se.skolkvalitet.kit.web.PageRequest;

/** Published values and what they came from. */
@Store
class ValueStore {
    private static final String SELECT = Sql.load(ValueStore.class, "select-values");
    private static final String FIND = Sql.load(ValueStore.class, "find-value");
    private static final String AREAS_BY_CODE = Sql.load(ValueStore.class, "select-areas-by-code");
    private static final String PERIODS = Sql.load(ValueStore.class, "select-periods");
    private static final String SOURCES = Sql.load(ValueStore.class, "select-sources");
    private static final String TOLD_OF_AREA = Sql.load(ValueStore.class, "select-told-of-area");
    private static final String ALL = Sql.load(ValueStore.class, "select-all-values");
    private static final int PERIODS_TOGETHER = 3;
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final List<String> FIRST_VALUE = List.of("", "", "", "", "", "");
    private static final List<String> FIRST_SOURCE = List.of("", "", "", "", "", "", "");

    @Inject
    Jdbi jdbi;

    List<Value> list(Release release, ValueFilter filter, PageRequest page) {
        List<String> after = page.after(FIRST_VALUE.size()).orElse(FIRST_VALUE);
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("calculation", release.calculation())
                .bindArray("indicators", String.class, (Object[]) filter.indicators())
                .bindArray("areas", String.class, (Object[]) filter.areas())
                .bindArray("levels", String.class, (Object[]) filter.levels())
                .bindArray("periods", String.class, (Object[]) filter.periods())
                .bindArray("schoolForms", String.class, (Object[]) filter.schoolForms())
                .bindArray("sexes", String.class, (Object[]) filter.sexes())
                .bind("afterIndicator", after.get(0))
                .bind("afterLevel", after.get(1))
                .bind("afterArea", after.get(2))
                .bind("afterPeriod", after.get(3))
                .bind("afterSex", after.get(4))
                .bind("afterSchoolForm", after.get(5))
                .bind("limit", page.fetch())
                .map(mapper(release))
                .list());
    }

    /** Gets one value after the other. */
    interface Reader {
        void read(Value value) throws IOException;
    }

    /** All values of a release, in an order that no database has another idea of; in the caller's transaction. */
    void forEach(Release release, Reader reader) throws IOException {
        RowMapper<Value> mapper = mapper(release);
        try (Handle handle = jdbi.open();
                Query query = handle.createQuery(ALL).setFetchSize(ROWS_AT_A_TIME)) {
            Iterator<Value> rows =
                    query.bind("calculation", release.calculation()).map(mapper).iterator();
            while (rows.hasNext()) {
                reader.read(rows.next());
            }
        }
    }

    /** Every area of a release. */
    List<Named> areas(Release release) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct area as code, name from calculated_area where calculation = :calculation")
                .bind("calculation", release.calculation())
                .mapTo(Named.class)
                .list());
    }

    /** Those of the areas that a release knows. */
    List<Named> areas(Release release, Collection<String> codes) {
        return jdbi.withHandle(handle -> handle.createQuery(AREAS_BY_CODE)
                .bind("calculation", release.calculation())
                .bindArray("codes", String.class, codes)
                .mapTo(Named.class)
                .list());
    }

    /** Every period of a release. */
    List<String> periods(Release release) {
        return jdbi.withHandle(handle -> handle.createQuery(PERIODS)
                .bind("calculation", release.calculation())
                .mapTo(String.class)
                .list());
    }

    /** An id that does not name its school form is of the only value that it can be of; empty where there is none. */
    Optional<Value> find(Release release, ValueId id) {
        List<Value> found = jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("calculation", release.calculation())
                .bind("indicator", id.indicator())
                .bind("level", id.level())
                .bind("area", id.area())
                .bind("period", id.period())
                .bind("sex", id.sex())
                .bind("schoolForm", id.schoolForm().orElse(null))
                .map(mapper(release))
                .list());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Of which of the figures the source tells one of the value's area itself, in each period that the value is of. */
    Set<Taken.Group> toldOfTheArea(Release release, Value value, Set<Taken.Series> taken) {
        return jdbi.withHandle(handle -> handle.createQuery(TOLD_OF_AREA)
                .bind("calculation", release.calculation())
                .bind("taken", new Json(taken.stream().map(Taken.Series::of).toList()))
                .bind("period", periodInStore(value))
                .bind("periods", value.isPooled() ? PERIODS_TOGETHER : 1)
                .bind("level", value.level())
                .bind("area", value.area())
                .mapTo(Taken.Group.class)
                .set());
    }

    /** The observations of the units, and of the area itself, that went into a value. */
    List<Provenance.Source> sources(
            Release release, Value value, Set<Taken.Series> series, DisclosureRules disclosure, PageRequest page) {
        List<String> after = page.after(FIRST_SOURCE.size()).orElse(FIRST_SOURCE);
        return jdbi.withHandle(handle -> handle.createQuery(SOURCES)
                .bind("calculation", release.calculation())
                .bind("series", new Json(List.copyOf(series)))
                .bind("indicator", value.indicator())
                .bind("period", periodInStore(value))
                .bind("level", value.level())
                .bind("area", value.area())
                .bind("sex", value.sex())
                .bind("schoolForm", value.schoolForm())
                .bind("afterMeasure", after.get(0))
                .bind("afterArea", after.get(1))
                .bind("afterPeriod", after.get(2))
                .bind("afterSchoolForm", after.get(3))
                .bind("afterSex", after.get(4))
                .bind("afterGrade", after.get(5))
                .bind("afterProgramme", after.get(6))
                .bind("leastGroup", disclosure.leastGroup())
                .bind("limit", page.fetch())
                .map((row, context) -> source(row, context))
                .list());
    }

    private static Provenance.Source source(ResultSet row, StatementContext context) throws SQLException {
        Provenance.Source source =
                context.findMapperFor(Provenance.Source.class).orElseThrow().map(row, context);
        return row.getBoolean("is_withheld") ? source.withheld() : source;
    }

    private static String periodInStore(Value value) {
        return value.period() == null ? "" : value.period();
    }

    /** By what sources are sorted, as a cursor has it. */
    static List<String> key(Provenance.Source source) {
        return List.of(
                source.measure(),
                source.unit(),
                source.period() == null ? "" : source.period(),
                source.schoolForm(),
                source.sex(),
                source.grade(),
                source.programme());
    }

    private static RowMapper<Value> mapper(Release release) {
        return (row, context) -> {
            Level level = Codes.parse(Level.class, row.getString("level"));
            String period = row.getString("period").isEmpty() ? null : row.getString("period");
            String indicator = row.getString("indicator");
            String area = row.getString("area");
            String sex = row.getString("sex");
            return new Value(
                    ValueId.of(release.id(), indicator, level, area, period, sex, row.getString("form_in_id")),
                    release.id(),
                    indicator,
                    level,
                    area,
                    row.getString("area_name"),
                    period,
                    row.getString("school_form"),
                    sex,
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
        };
    }
}
