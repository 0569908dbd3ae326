package se.skolkvalitet.framework.edition;

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
    @Inject
    EditionRepository editions;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** A new draft with the next free number. Faults between its parts are allowed until it is published. */
    @Transactional
    Edition open(Framework framework) {
        EditionEntity draft = new EditionEntity(editions.nextNumber(), framework, clock.instant());
        editions.persist(draft);
        return draft.toEdition();
    }

    @Transactional
    Edition replace(EditionKey key, String ifMatch, Framework framework) {
        EditionEntity draft = editions.lock(key);
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
    Edition publish(EditionKey key) {
        EditionEntity edition = editions.lock(key);
        if (edition.isDraft()) {
            List<FieldError> faults = FrameworkChecks.faultsOf(edition.framework());
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

    List<Edition.Summary> list() {
        return editions.summaries();
    }

    @Transactional
    Edition find(EditionKey key) {
        return editions.get(key).toEdition();
    }
}
