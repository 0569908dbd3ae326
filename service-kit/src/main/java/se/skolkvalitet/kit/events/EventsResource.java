package se.skolkvalitet.kit.events;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.events.DeadLetters.DeadLetter;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.kit.web.Paged;

/** What a service has taken in from its neighbours, for operations and for clients that wait for it. */
@Path("/v1")
@Tag(name = "operations")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {
    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    OutboxStore outbox;

    /**
     * How much is on its way, and a page of what could not be sent.
     *
     * @param oldestWaitingSeconds how long the oldest event has waited; 0 where none waits
     */
    public record OutboxReport(
            long waiting,
            long oldestWaitingSeconds,
            long sent,
            long setAside,
            List<UnsentEvent> items,

            @Nullable String next)
            implements Paged {}

    /**
     * An event that could not be sent.
     *
     * @param superseded whether a newer event of its aggregate is ahead of it, so that it is not sent any more
     */
    public record UnsentEvent(
            UUID id,
            String topic,
            String type,
            String subject,
            long version,
            OffsetDateTime occurredAt,
            OffsetDateTime setAsideAt,
            String reason,
            boolean superseded) {
        static UnsentEvent from(OutboxStore.SetAside event) {
            return new UnsentEvent(
                    event.id(),
                    event.topic(),
                    event.type(),
                    event.subject(),
                    event.version(),
                    event.occurredAt(),
                    event.setAsideAt(),
                    event.reason(),
                    event.superseded());
        }
    }

    @GET
    @Path("/inbox")
    @Operation(
            operationId = "getInbox",
            summary = "What this service knows of its neighbours",
            description = "For each topic that it follows: how many aggregates it knows and when it last heard of one.")
    public Page<Inbox.Known> inbox(@Valid @BeanParam PageRequest page) {
        return Page.slice(inbox.known(), page, Inbox.Known::topic);
    }

    @GET
    @Path("/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "Events that could not be taken in",
            description = "Oldest first, each with the reason.")
    public Page<DeadLetter> deadLetters(@Valid @BeanParam PageRequest page) {
        return Page.of(deadLetters.list(page.afterId(), page.fetch()), page, letter -> List.of(letter.id()));
    }

    @POST
    @Path("/dead-letters/{id}/replay")
    @APIResponse(responseCode = "204", description = "Taken in")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Take a dead letter in again",
            description = "For use after the reason has been mended. Nothing happens where a newer version is known.")
    public void replay(@PathParam("id") UUID id) {
        deadLetters.replay(id);
    }

    @GET
    @Path("/outbox")
    @Operation(
            operationId = "getOutbox",
            summary = "Events on their way out, and those that could not be sent",
            description = "How many wait, how long the oldest has waited, how many were sent; and, oldest first, those"
                    + " that were set aside because Kafka will not take them, each with the reason.")
    public OutboxReport outbox(@Valid @BeanParam PageRequest page) {
        Long after = page.after(1, key -> Long.valueOf(key.get(0)));
        Page<OutboxStore.SetAside> setAside =
                Page.of(outbox.setAside(after == null ? 0 : after, page.fetch()), page, event -> List.of(event.seq()));
        OutboxStore.State state = outbox.state();
        return new OutboxReport(
                state.waiting(),
                state.oldestWaitingSeconds(),
                outbox.sent(),
                state.setAside(),
                setAside.map(UnsentEvent::from).items(),
                setAside.next());
    }

    @POST
    @Path("/outbox/{id}/replay")
    @APIResponse(responseCode = "204", description = "It will be sent")
    @Operation(
            operationId = "replayOutboxEvent",
            summary = "Send an event that was set aside again",
            description = "For use after the reason has been mended. Refused with 409 where a newer event of the same"
                    + " aggregate is ahead of it.")
    public void sendAgain(@PathParam("id") UUID id) {
        outbox.sendAgain(id);
    }

    /**
     * A new history of this service's database.
     *
     * @param announced how many aggregates are told of again
     */
    public record Epoch(OffsetDateTime epoch, int announced) {}

    @POST
    @Path("/outbox/epochs")
    @Operation(
            operationId = "beginEpoch",
            summary = "Begin a new epoch after the database was restored to an earlier point",
            description = "From now on what this service tells counts as newer than all that it told before, whatever"
                    + " the versions; and the newest state of each aggregate is told again at once.")
    public Epoch beginEpoch() {
        OutboxStore.Epoch begun = outbox.beginEpoch();
        return new Epoch(begun.epoch(), begun.announced());
    }
}
