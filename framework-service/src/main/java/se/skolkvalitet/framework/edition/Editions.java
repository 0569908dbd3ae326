package se.skolkvalitet.framework.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.EntityTags;

/** The life of an edition: opened as a draft, replaced, published, and never changed again. */
@ApplicationScoped
class Editions {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

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
    Edition replace(int number, String ifMatch, Framework framework) {
        EditionEntity draft = editions.lock(number);
        if (!draft.isDraft()) {
            throw ProblemException.conflict(
                    "Edition %d is published and never changes; open a new draft.".formatted(number));
        }
        EntityTags.require(ifMatch, draft.version());
        draft.say(framework, clock.instant());
        editions.flush();
        return draft.toEdition();
    }

    /** Publishes a draft without faults, once: a repeated call answers with the edition as it was published. */
    @Transactional
    Edition publish(int number) {
        EditionEntity edition = editions.lock(number);
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
    Edition find(int number) {
        return editions.get(number).toEdition();
    }

    /** The published edition that is in force today. */
    @Transactional
    Edition current() {
        return editions.inForce(LocalDate.now(clock.withZone(SWEDEN)))
                .map(EditionEntity::toEdition)
                .orElseThrow(() -> ProblemException.notFound("published edition in force today"));
    }
}
