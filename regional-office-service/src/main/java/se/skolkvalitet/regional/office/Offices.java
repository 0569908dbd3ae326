package se.skolkvalitet.regional.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.FilterCodes;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.regional.geography.GeographyStore;
import se.skolkvalitet.regional.office.OfficeResource.OfficeRequest;

/** Offices: opened, changed, and announced when they say something new. */
@ApplicationScoped
public class Offices {
    @Inject
    OfficeRepository offices;

    @Inject
    GeographyStore geography;

    @Inject
    Outbox outbox;

    /** @param after null for the first page */
    List<Office> page(OfficeCode after, int limit) {
        return offices.page(after, limit);
    }

    Office find(OfficeCode code) {
        return offices.read(code);
    }

    /** All offices, to check a reference or a filter against. */
    public KnownCodes known() {
        return offices.known();
    }

    @Produces
    FilterCodes codes() {
        return new FilterCodes(OfficeCode.class, this::known);
    }

    /** Opens the office, or changes one that is there; one that says nothing new keeps its version. */
    @Transactional
    Office put(OfficeCode code, String ifMatch, OfficeRequest request) {
        Optional<OfficeEntity> existing = offices.lock(code);
        existing.ifPresentOrElse(
                office -> EntityTags.require(ifMatch, office.version()), () -> EntityTags.requireNone(ifMatch));
        geography.knownMunicipalities().require("municipality", request.municipality());
        long before = existing.map(OfficeEntity::version).orElse(0L);
        existing.ifPresentOrElse(
                office -> office.say(request.name(), request.municipality()),
                () -> offices.persist(new OfficeEntity(code, request.name(), request.municipality())));
        offices.flush();
        Office office = offices.read(code);
        if (office.version() > before) {
            announce(office);
        }
        return office;
    }

    /** Tells the others what the office is now, inside the transaction that changed it and holds its row. */
    void announce(Office office) {
        outbox.add(new Event(
                Office.State.TOPIC,
                Office.State.TYPE,
                office.code().value(),
                office.version(),
                Office.State.from(office)));
    }
}
