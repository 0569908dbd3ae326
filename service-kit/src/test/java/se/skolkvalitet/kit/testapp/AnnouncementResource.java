package se.skolkvalitet.kit.testapp;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;

/** A request that brings an event about. */
@Path("/v1/announcements/{code}")
public class AnnouncementResource {
    @Inject
    Outbox outbox;

    @POST
    @Transactional
    public void announce(@PathParam("code") String code) {
        outbox.add(new Event(
                "regional.offices",
                "se.skolkvalitet.regional.office.v1",
                code,
                1,
                new OfficeHandler.Office(code, "announced")));
    }
}
