package se.skolkvalitet.indicator.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import se.skolkvalitet.indicator.analysis.AnalysisStore.Progress;
import se.skolkvalitet.indicator.comparison.Breaks;
import se.skolkvalitet.indicator.comparison.Trends;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.ReleasePrepared;
import se.skolkvalitet.indicator.release.ReleasePublished;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;

/** Makes an analysis document for each organiser of a release before it is published, and announces them with it. */
@ApplicationScoped
class Analyses {
    private static final int PORTION = 100;

    @Inject
    AnalysisStore store;

    @Inject
    EditionStore editions;

    @Inject
    Releases releases;

    @Inject
    Outbox outbox;

    /** A portion is a transaction; those that are there stay when the service ends, and the next run goes on. */
    void write(@Observes ReleasePrepared prepared) {
        Release release = prepared.release();
        AnalysisWriter writer = new AnalysisWriter(
                editions.find(release.edition()),
                release.id(),
                new Trends(new Breaks(editions.all(), editions.schoolForms(release.edition()))));
        store.readComparisons(release, writer);
        Progress progress = store.progress(release);
        while (progress.done() < progress.total()) {
            prepared.run().progress("writing analyses", progress.done(), progress.total());
            QuarkusTransaction.requiringNew().run(() -> {
                prepared.run().hold();
                store.write(release, writer, store.withoutDocument(release, PORTION));
            });
            progress = store.progress(release);
        }
    }

    /** An organiser's latest document is that of the latest release: a correction of an older one changes nothing of it. */
    void announce(@Observes ReleasePublished published) {
        Release release = published.release();
        if (!releases.isLatest(release)) {
            return;
        }
        outbox.addAll(store.organisers(release, "", Integer.MAX_VALUE).stream()
                .map(organiser -> event(release, organiser))
                .toList());
    }

    private static Event event(Release release, String organiser) {
        String link = "/v1/analyses/%s?release=%s".formatted(organiser, release.id());
        return new Event(
                Analysis.Published.TOPIC,
                Analysis.Published.TYPE,
                organiser,
                release.sequence(),
                new Analysis.Published(organiser, release.id(), link));
    }
}
