package se.skolkvalitet.kit.testapp;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.jobs.Jobs;

/** Requests that bring an event about: at once, or by a job. */
@Path("/v1/announcements/{code}")
public class AnnouncementResource {
    @Inject
    Outbox outbox;

    @Inject
    Jobs jobs;

    @POST
    @Transactional
    public void announce(@PathParam("code") String code) {
        outbox.add(event(code));
    }

    @POST
    @Path("/job")
    public void announceByJob(@PathParam("code") String code) {
        jobs.submit(AnnouncingJob.KIND, new AnnouncingJob.Parameters(code));
    }

    static Event event(String code) {
        return new Event(
                "regional.offices",
                "se.skolkvalitet.regional.office.v1",
                code,
                1,
                new OfficeHandler.Office(code, "announced"));
    }
}
