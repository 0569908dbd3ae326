package se.skolkvalitet.indicator.background;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.skolkvalitet.indicator.background.Expected.Coefficient;
import se.skolkvalitet.indicator.background.Regression.Line;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.value.Value;
import se.skolkvalitet.indicator.value.ValueId;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/** The expected values of calculations, their models, and the values that they are made from. */
@Store
class ExpectedStore {
    private static final String UNITS = load("select-units");
    private static final String INSERT_MODELS = load("insert-models");
    private static final String INSERT_EXPECTED = load("insert-expected-values");
    private static final String FIND = load("find-expected");
    private static final String COEFFICIENTS = load("select-coefficients");
    private static final String FIND_MODEL = load("find-model");

    @Inject
    Jdbi jdbi;

    /**
     * A school unit that has a value.
     *
     * @param background in the order of the edition; null where it lacks a value
     */
    public record UnitRow(String period, String code, BigDecimal value, List<BigDecimal> background) {}

    /** A line, or why there is none, as it is kept. */
    public record ModelRow(
            String indicator,
            String schoolForm,
            String period,
            int units,
            BigDecimal intercept,
            BigDecimal r2,
            ModelReason reason,
            List<CoefficientRow> coefficients) {
        static ModelRow of(Indicator indicator, String schoolForm, String period, Line line) {
            List<CoefficientRow> coefficients = IntStream.range(
                            0, line.coefficients().size())
                    .mapToObj(i -> new CoefficientRow(
                            indicator.expectedBy().get(i), line.coefficients().get(i)))
                    .toList();
            return new ModelRow(
                    indicator.code(),
                    schoolForm,
                    period,
                    line.units(),
                    line.intercept(),
                    line.r2(),
                    line.reason(),
                    coefficients);
        }
    }

    /** How a model came out: why there is none, null where there is one. */
    public record Outcome(int units, ModelReason reason) {
        static final Outcome NO_UNITS = new Outcome(0, ModelReason.FEW_UNITS);
    }

    /** Of a variable. */
    public record CoefficientRow(String indicator, BigDecimal coefficient) {}

    List<UnitRow> units(long calculation, Indicator indicator, String schoolForm) {
        return jdbi.withHandle(handle -> handle.createQuery(UNITS)
                .bind("calculation", calculation)
                .bind("indicator", indicator.code())
                .bind("schoolForm", schoolForm)
                .bindArray("background", String.class, indicator.expectedBy())
                .mapTo(UnitRow.class)
                .list());
    }

    /** Keeps the models, and what is expected of each value by them. */
    void save(long calculation, List<ModelRow> models, List<Indicator> indicators) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(INSERT_MODELS)
                    .bind("calculation", calculation)
                    .bind("models", new Json(models))
                    .execute();
            handle.createUpdate(INSERT_EXPECTED)
                    .bind("calculation", calculation)
                    .bind("indicators", new Json(indicators))
                    .execute();
        });
    }

    /** By the line alone. */
    Optional<Expected> find(Release release, Value value) {
        return jdbi.withHandle(handle -> {
            List<Coefficient> coefficients = bind(handle.createQuery(COEFFICIENTS), release, value)
                    .bind("level", value.level())
                    .bind("area", value.area())
                    .map((row, context) -> coefficient(
                            value,
                            row.getString("indicator"),
                            row.getBigDecimal("coefficient"),
                            row.getBigDecimal("value")))
                    .list();
            return bind(handle.createQuery(FIND), release, value)
                    .bind("sex", value.sex())
                    .bind("level", value.level())
                    .bind("area", value.area())
                    .map((row, context) -> new Expected(
                            value,
                            row.getBigDecimal("expected"),
                            row.getBigDecimal("residual"),
                            new Expected.Model(
                                    row.getInt("units"),
                                    row.getBigDecimal("r2"),
                                    row.getBigDecimal("intercept"),
                                    coefficients),
                            null))
                    .findOne();
        });
    }

    /** Empty where no school unit has a value. */
    Optional<Outcome> model(Release release, Value value) {
        return jdbi.withHandle(handle -> bind(handle.createQuery(FIND_MODEL), release, value)
                .mapTo(Outcome.class)
                .findOne());
    }

    private static Query bind(Query query, Release release, Value value) {
        return query.bind("calculation", release.calculation())
                .bind("indicator", value.indicator())
                .bind("period", value.period())
                .bind("schoolForm", value.schoolForm());
    }

    private static Coefficient coefficient(
            Value value, String indicator, BigDecimal coefficient, BigDecimal background) {
        ValueId id = ValueId.of(
                value.release(),
                indicator,
                value.level(),
                value.area(),
                value.period(),
                value.sex(),
                value.schoolForm());
        return new Coefficient(indicator, coefficient, new BackgroundFigure(id, indicator, background));
    }

    private static String load(String name) {
        return Sql.load(ExpectedStore.class, name);
    }
}
