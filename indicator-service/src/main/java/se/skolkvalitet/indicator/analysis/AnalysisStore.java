package se.skolkvalitet.indicator.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.skolkvalitet.indicator.analysis.Analysis.AnalysedUnit;
import se.skolkvalitet.indicator.analysis.Analysis.Figure;
import se.skolkvalitet.indicator.analysis.Analysis.Organiser;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.AreaKey;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.Known;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.SeriesKey;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.Subject;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueReason;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.comparison.Measured;
import se.skolkvalitet.indicator.comparison.MeasuredRow;
import se.skolkvalitet.indicator.comparison.Standing;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.value.ValueId;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;

/** Analysis documents in the database, and the values that they are made from. */
@Store
class AnalysisStore {
    private static final String WITHOUT_DOCUMENT = Sql.load(AnalysisStore.class, "organisers-without-document");
    private static final String PROGRESS = Sql.load(AnalysisStore.class, "count-documents");
    private static final String UNITS = Sql.load(AnalysisStore.class, "select-units");
    private static final String COMPARISONS = Sql.load(AnalysisStore.class, "select-comparisons");
    private static final String COUNTY = Sql.load(AnalysisStore.class, "find-county-of-all-units");
    private static final String VALUES = Sql.load(AnalysisStore.class, "select-values");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    /** Documents that are there, of how many. */
    public record Progress(long done, long total) {}

    /** Lets the writer compare with the counties and the nation. */
    void readComparisons(Release release, AnalysisWriter writer) {
        jdbi.useHandle(handle -> read(
                handle.createQuery(COMPARISONS),
                release,
                (row, value) -> writer.compareWith(row.area(), row.series(), value)));
    }

    /** The next organisers that have no document in a release yet. */
    List<Organiser> withoutDocument(Release release, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(WITHOUT_DOCUMENT)
                .bind("calculation", release.calculation())
                .bind("release", release.id())
                .bind("limit", limit)
                .mapTo(Organiser.class)
                .list());
    }

    /** How far the documents of a release are. */
    Progress progress(Release release) {
        return jdbi.withHandle(handle -> handle.createQuery(PROGRESS)
                .bind("calculation", release.calculation())
                .bind("release", release.id())
                .mapTo(Progress.class)
                .one());
    }

    void write(Release release, AnalysisWriter writer, List<Organiser> organisers) {
        jdbi.useHandle(handle -> organisers.forEach(
                organiser -> save(handle, release, organiser, write(handle, release, writer, organiser))));
    }

    /** The document as JSON. */
    String find(String organiser, Release release) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select document from analysis where organiser = :organiser and release = :release")
                        .bind("organiser", organiser)
                        .bind("release", release.id())
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() ->
                        ProblemException.notFound("analysis of %s in release %s".formatted(organiser, release.id())));
    }

    List<String> organisers(Release release, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select organiser from analysis"
                        + " where release = :release and organiser > :after order by organiser limit :limit")
                .bind("release", release.id())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    private static Analysis write(Handle handle, Release release, AnalysisWriter writer, Organiser organiser) {
        List<AnalysedUnit> units = handle.createQuery(UNITS)
                .bind("calculation", release.calculation())
                .bind("organiser", organiser.orgNumber())
                .map((row, context) ->
                        new AnalysedUnit(row.getString("code"), row.getString("name"), Arrays.asList((String[])
                                row.getArray("school_forms").getArray())))
                .list();
        Map<SeriesKey, Known> values = new HashMap<>();
        Query query = handle.createQuery(VALUES).bind("organiser", organiser.orgNumber());
        read(query, release, (row, value) -> values.put(row.series(), value));
        String county = handle.createQuery(COUNTY)
                .bind("calculation", release.calculation())
                .bind("organiser", organiser.orgNumber())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        return writer.write(new Subject(organiser, county, values), units);
    }

    private record RowKey(AreaKey area, SeriesKey series) {}

    private static void read(Query query, Release release, BiConsumer<RowKey, Known> sink) {
        query.bind("calculation", release.calculation())
                .map((row, context) -> {
                    Level level = Codes.parse(Level.class, row.getString("level"));
                    AreaKey area = new AreaKey(level, row.getString("area"));
                    SeriesKey series = new SeriesKey(
                            row.getString("indicator"), row.getString("school_form"), row.getString("period"));
                    ValueId id = ValueId.of(
                            release.id(),
                            series.indicator(),
                            level,
                            area.area(),
                            series.period(),
                            "T",
                            row.getString("form_in_id"));
                    Figure figure = new Figure(
                            id.value(),
                            row.getBigDecimal("value"),
                            row.getBigDecimal("low"),
                            row.getBigDecimal("high"),
                            row.getBigDecimal("interval_low"),
                            row.getBigDecimal("interval_high"),
                            Codes.parse(ValueStatus.class, row.getString("status")),
                            ValueReason.read(row.getString("reason")),
                            row.getBigDecimal("coverage"));
                    Measured measured = figure.value() == null ? null : MeasuredRow.read(row);
                    return Map.entry(new RowKey(area, series), new Known(figure, measured, standing(row)));
                })
                .forEach(entry -> sink.accept(entry.getKey(), entry.getValue()));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        int place = row.getInt("place");
        return row.wasNull()
                ? null
                : new Standing(
                        row.getString("kind"),
                        place,
                        (Integer) row.getObject("place_from"),
                        (Integer) row.getObject("place_to"),
                        row.getInt("among"),
                        row.getInt("percentile"));
    }

    private void save(Handle handle, Release release, Organiser organiser, Analysis analysis) {
        try {
            handle.execute(
                    "insert into analysis (organiser, release, document) values (?, ?, ?::json)",
                    organiser.orgNumber(),
                    release.id(),
                    mapper.writeValueAsString(analysis));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
