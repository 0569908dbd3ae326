package se.skolkvalitet.regional.adviser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.regional.adviser.AdviserResource.AdviserRequest;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.office.Offices;

/** Advisers: added once, and announced. */
@ApplicationScoped
class Advisers {
    @Inject
    AdviserRepository advisers;

    @Inject
    Offices offices;

    @Inject
    Outbox outbox;

    /**
     * @param after null for the first page
     * @param office null for all of them
     */
    List<Adviser> page(UUID after, OfficeCode office, int limit) {
        offices.known().require("office", office);
        return advisers.page(after, office, limit);
    }

    /** The adviser of this agency and reference: the one that is there, or a new one. */
    @Transactional
    Versioned add(AdviserRequest request) {
        offices.known().require("office", request.office());
        advisers.lockForAdding();
        return Versioned.of(
                advisers.findByReference(request.agency(), request.reference()).orElseGet(() -> addNew(request)));
    }

    private AdviserEntity addNew(AdviserRequest request) {
        AdviserEntity adviser = new AdviserEntity(request);
        advisers.persistAndFlush(adviser);
        announce(Versioned.of(adviser));
        return adviser;
    }

    private void announce(Versioned added) {
        Adviser adviser = added.adviser();
        outbox.add(new Event(Adviser.TOPIC, Adviser.TYPE, adviser.id().toString(), added.version(), adviser));
    }

    @Transactional
    Versioned find(UUID id) {
        return advisers.findByIdOptional(id)
                .map(Versioned::of)
                .orElseThrow(() -> ProblemException.notFound("adviser " + id));
    }

    /** An adviser and the version to tag the answer with. */
    record Versioned(Adviser adviser, long version) {
        static Versioned of(AdviserEntity entity) {
            return new Versioned(entity.toAdviser(), entity.version());
        }
    }
}
