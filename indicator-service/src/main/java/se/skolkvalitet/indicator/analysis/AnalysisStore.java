package se.skolkvalitet.indicator.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import se.skolkvalitet.indicator.analysis.Analysis.Figure;
import se.skolkvalitet.indicator.analysis.Analysis.Organiser;
import se.skolkvalitet.indicator.analysis.Analysis.Unit;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.AreaKey;
import se.skolkvalitet.indicator.analysis.AnalysisWriter.SeriesKey;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.ReleasePublished;
import se.skolkvalitet.indicator.value.ValueId;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;

/** Makes the analysis documents of a release when it is published, one organiser at a time, and keeps them. */
@ApplicationScoped
class AnalysisStore {
    private static final int PROGRESS_EVERY = 20;
    private static final String ORGANISERS = Sql.load(AnalysisStore.class, "select-organisers");
    private static final String UNITS = Sql.load(AnalysisStore.class, "select-units");
    private static final String COMPARISONS = Sql.load(AnalysisStore.class, "select-comparisons");
    private static final String VALUES = Sql.load(AnalysisStore.class, "select-values");

    @Inject
    Jdbi jdbi;

    @Inject
    EditionStore editions;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper mapper;

    void makeAll(@Observes ReleasePublished published) {
        Release release = published.release();
        AnalysisWriter writer = new AnalysisWriter(editions.find(release.edition()), release.id());
        jdbi.useHandle(handle -> {
            readComparisons(handle, release, writer);
            List<Organiser> organisers = handle.createQuery(ORGANISERS)
                    .bind("calculation", release.calculation())
                    .mapTo(Organiser.class)
                    .list();
            List<Event> events = new ArrayList<>();
            for (Organiser organiser : organisers) {
                if (events.size() % PROGRESS_EVERY == 0) {
                    published.run().progress("writing analyses", events.size(), (long) organisers.size());
                }
                save(handle, release, organiser, write(handle, release, writer, organiser));
                events.add(event(release, organiser));
            }
            outbox.addAll(events);
        });
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

    private static void readComparisons(Handle handle, Release release, AnalysisWriter writer) {
        read(
                handle.createQuery(COMPARISONS),
                release,
                (row, figure) -> writer.compareWith(row.area(), row.series(), figure));
    }

    private static Analysis write(Handle handle, Release release, AnalysisWriter writer, Organiser organiser) {
        List<Unit> units = handle.createQuery(UNITS)
                .bind("calculation", release.calculation())
                .bind("organiser", organiser.orgNumber())
                .map((row, context) -> new Unit(row.getString("code"), row.getString("name"), Arrays.asList((String[])
                        row.getArray("school_forms").getArray())))
                .list();
        Map<SeriesKey, Figure> values = new HashMap<>();
        Query query = handle.createQuery(VALUES).bind("organiser", organiser.orgNumber());
        read(query, release, (row, figure) -> values.put(row.series(), figure));
        return writer.write(organiser, units, values);
    }

    private record RowKey(AreaKey area, SeriesKey series) {}

    private static void read(Query query, Release release, BiConsumer<RowKey, Figure> sink) {
        query.bind("calculation", release.calculation())
                .map((row, context) -> {
                    Level level = Codes.parse(Level.class, row.getString("level"));
                    AreaKey area = new AreaKey(level, row.getString("area"));
                    SeriesKey series = new SeriesKey(row.getString("indicator"), row.getString("period"));
                    ValueId id = ValueId.of(release.id(), series.indicator(), level, area.area(), series.period(), "T");
                    Figure figure = new Figure(
                            id.value(),
                            row.getBigDecimal("value"),
                            row.getString("status"),
                            row.getBigDecimal("coverage"));
                    return Map.entry(new RowKey(area, series), figure);
                })
                .forEach(entry -> sink.accept(entry.getKey(), entry.getValue()));
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

    private static Event event(Release release, Organiser organiser) {
        String link = "/v1/analyses/%s?release=%s".formatted(organiser.orgNumber(), release.id());
        return new Event(
                Analysis.Published.TOPIC,
                Analysis.Published.TYPE,
                organiser.orgNumber(),
                release.sequence(),
                new Analysis.Published(organiser.orgNumber(), release.id(), link));
    }
}
