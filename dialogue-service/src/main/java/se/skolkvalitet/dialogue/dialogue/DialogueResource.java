package se.skolkvalitet.dialogue.dialogue;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.dialogue.dialogue.Dialogue.Meeting;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Dialogues and their meetings. */
@Path("/v1/dialogues")
@Tag(name = "dialogues")
@Produces(MediaType.APPLICATION_JSON)
public class DialogueResource {
    @Inject
    Dialogues dialogues;

    @GET
    @Operation(operationId = "listDialogues", summary = "Dialogues, in the order in which they were opened")
    public Page<Dialogue> list(@BeanParam DialogueFilter filter, @Valid @BeanParam PageRequest page) {
        List<Dialogue> rows = dialogues.list(filter, page.afterId(), page.fetch());
        return Page.of(rows, page, dialogue -> List.of(dialogue.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDialogue", summary = "One dialogue", description = "Its ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The dialogue",
            content = @Content(schema = @Schema(implementation = Dialogue.class)))
    public Response get(@PathParam("id") UUID id) {
        Dialogue dialogue = dialogues.find(id);
        return Response.ok(dialogue).tag(EntityTags.of(dialogue.version())).build();
    }

    @GET
    @Path("/{id}/meetings")
    @Operation(operationId = "listMeetings", summary = "The meetings of a dialogue, in their order")
    public Page<Meeting> meetings(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        OffsetDateTime after = page.after(1, key -> OffsetDateTime.parse(key.get(0)));
        List<Meeting> rows = dialogues.find(id).meetings().stream()
                .filter(meeting -> after == null || meeting.start().isAfter(after))
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, meeting -> List.of(meeting.start()));
    }
}
