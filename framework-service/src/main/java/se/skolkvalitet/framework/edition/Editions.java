package se.skolkvalitet.framework.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.EntityTags;

/** The life of an edition: opened as a draft, replaced, published, and never changed again. */
@ApplicationScoped
class Editions {
    private static final int MOST_KEPT = 16;

    @Inject
    EditionRepository editions;

    @Inject
    SchoolForms schoolForms;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Those that were read last. They never change, and to read one is to read several hundred rows. */
    private final Cache<Integer, Edition> published =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** A new draft with the next free number. Faults between its parts are allowed until it is published. */
    @Transactional
    Edition open(Framework framework) {
        EditionEntity draft = new EditionEntity(editions.nextNumber(), framework, clock.instant());
        editions.persist(draft);
        return draft.toEdition();
    }

    @Transactional
    Edition replace(EditionNumber number, String ifMatch, Framework framework) {
        EditionEntity draft = editions.lock(number);
        if (!draft.isDraft()) {
            throw ProblemException.conflict(
                    "Edition %d is published and never changes; open a new draft.".formatted(draft.number()));
        }
        EntityTags.require(ifMatch, draft.version());
        draft.say(framework, clock.instant());
        editions.flush();
        return draft.toEdition();
    }

    /** Publishes a draft without faults, once: a repeated call answers with the edition as it was published. */
    @Transactional
    Edition publish(EditionNumber number, String ifMatch) {
        EditionEntity edition = editions.lock(number);
        if (edition.isDraft()) {
            EntityTags.require(ifMatch, edition.version());
            Framework framework = edition.framework();
            List<FieldError> faults = FrameworkChecks.faultsOf(framework, schoolForms.on(framework.validFrom()));
            if (!faults.isEmpty()) {
                throw ProblemException.invalid(faults);
            }
            edition.publish(clock.instant());
            editions.flush();
            announce(edition.toEdition());
        }
        return edition.toEdition();
    }

    private void announce(Edition published) {
        outbox.add(new Event(
                Edition.Published.TOPIC,
                Edition.Published.TYPE,
                String.valueOf(published.number()),
                published.version(),
                Edition.Published.from(published)));
    }

    List<EditionSummary> list() {
        return editions.summaries();
    }

    Edition find(EditionKey key) {
        int number = editions.number(key);
        Edition kept = published.getIfPresent(number);
        if (kept != null) {
            return kept;
        }
        Edition read = editions.read(number);
        if (read.state() == EditionState.PUBLISHED) {
            published.put(number, read);
        }
        return read;
    }
}
