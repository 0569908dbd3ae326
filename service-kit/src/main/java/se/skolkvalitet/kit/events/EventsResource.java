package se.skolkvalitet.kit.events;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.events.DeadLetters.DeadLetter;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** What a service has taken in from its neighbours, for operations and for clients that wait for it. */
@Path("/v1")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @GET
    @Path("/inbox")
    @Operation(
            operationId = "getInbox",
            summary = "What this service knows of its neighbours",
            description = "For each topic that it follows: how many aggregates it knows and when it last heard of one.")
    public List<Inbox.Known> inbox() {
        return inbox.known();
    }

    @GET
    @Path("/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "Events that could not be taken in",
            description = "Oldest first, each with the reason.")
    public Page<DeadLetter> deadLetters(@Valid @BeanParam PageRequest page) {
        return Page.of(
                deadLetters.list(page.afterId(), page.fetch()),
                page,
                letter -> se.skolkvalitet.kit.web.Cursor.of(letter.id()));
    }

    @POST
    @Path("/dead-letters/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Take a dead letter in again",
            description = "For use after the reason has been mended. Nothing happens where a newer version is known.")
    public void replay(@PathParam("id") UUID id) {
        deadLetters.replay(id);
    }
}
