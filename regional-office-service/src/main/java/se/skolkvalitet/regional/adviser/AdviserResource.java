package se.skolkvalitet.regional.adviser;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.text.TextRules;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.register.SchoolForm;

/** The advisers who hold the dialogues, without anything that names a person. */
@Path("/v1/advisers")
@Tag(name = "advisers")
@Produces(MediaType.APPLICATION_JSON)
public class AdviserResource {
    @Inject
    Advisers advisers;

    @Inject
    Idempotency idempotency;

    /**
     * What is said of an adviser.
     *
     * @param reference the agency's own sign for the adviser, which means nothing to others; no name
     */
    public record AdviserRequest(
            @NotNull Agency agency,

            @NotNull @Size(max = 40) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String reference,

            @NotNull OfficeCode office,
            @NotNull @Size(min = 1, max = 10) List<@NotNull SchoolForm> schoolForms) {}

    @GET
    @Operation(operationId = "listAdvisers", summary = "Advisers")
    public Page<Adviser> list(@Valid @BeanParam PageRequest page, @QueryParam("office") OfficeCode office) {
        List<Adviser> rows = advisers.page(page.afterId(), office, page.fetch());
        return Page.of(rows, page, adviser -> List.of(adviser.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAdviser", summary = "One adviser")
    @APIResponse(
            responseCode = "200",
            description = "The adviser",
            content = @Content(schema = @Schema(implementation = Adviser.class)))
    public Response get(@PathParam("id") UUID id) {
        Advisers.Versioned found = advisers.find(id);
        return Response.ok(found.adviser()).tag(EntityTags.of(found.version())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addAdviser",
            summary = "Add an adviser",
            description = "An adviser whose agency and reference are known already is not added again.")
    @APIResponse(
            responseCode = "201",
            description = "The adviser",
            content = @Content(schema = @Schema(implementation = Adviser.class)))
    public Response add(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @NotNull @Valid AdviserRequest request) {
        return idempotency.once("addAdviser", idempotencyKey, request, () -> {
            Advisers.Versioned added = advisers.add(request);
            return Response.created(URI.create("/v1/advisers/" + added.adviser().id()))
                    .tag(EntityTags.of(added.version()))
                    .entity(added.adviser())
                    .build();
        });
    }
}
