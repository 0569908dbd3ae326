package se.skolkvalitet.indicator.release;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.text.TextRules;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Releases before they are published, and what their checks have found. */
@Path("/v1")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {
    private static final String DRAFT = "Number that it will have; or `latest` or `current`: there is one at a time.";
    private static final int MOST_FINDINGS = 1_000;
    private static final int LONGEST_REASON = 1_000;

    @Inject
    ReleaseDrafts drafts;

    @Inject
    Releases releases;

    @Inject
    FindingStore findings;

    @Inject
    Idempotency idempotency;

    /**
     * Why what was found is right as it is.
     *
     * @param findings ids of those that it explains
     */
    public record ReasonRequest(
            @NotNull @Size(min = 1, max = MOST_FINDINGS) List<@NotNull UUID> findings,

            @NotNull
            @Size(min = 1, max = LONGEST_REASON)
            @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String reason) {}

    @GET
    @Path("/release-drafts")
    @Operation(
            operationId = "listReleaseDrafts",
            summary = "Releases that are not published yet",
            description =
                    "There is one at a time: the next takes its place, and what has been explained stays explained.")
    public Page<ReleaseDraft> list(@Valid @BeanParam PageRequest page) {
        return Page.slice(drafts.all(), page, ReleaseDraft::id);
    }

    @GET
    @Path("/release-drafts/{id}")
    @Operation(operationId = "getReleaseDraft", summary = "A release that is not published yet")
    public ReleaseDraft get(@Parameter(description = DRAFT) @PathParam("id") ReleaseKey id) {
        return drafts.find(id);
    }

    @GET
    @Path("/release-drafts/{id}/findings")
    @Operation(
            operationId = "listFindingsOfDraft",
            summary = "What the checks of a release have found",
            description =
                    "Where fewer areas have values than the year before or in the release before, and where values of large"
                            + " areas are much other. It is published when all of it has a reason.")
    public Page<CheckFinding> ofDraft(
            @Parameter(description = DRAFT) @PathParam("id") ReleaseKey id,
            @Parameter(description = "Only those that somebody has explained, or only those that nobody has.")
                    @QueryParam("reason")
                    ReasonFilter reason,
            @Valid @BeanParam PageRequest page) {
        return page(drafts.find(id).id(), reason, page);
    }

    @POST
    @Path("/release-drafts/{id}/reasons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "explainFindings",
            summary = "Say why what was found is right as it is",
            description =
                    "One reason may explain several findings; a later one takes the place of an earlier one. It is published with"
                            + " the release, and holds where the same is found again.")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ReleaseDraft.class)))
    public Response explain(
            @Parameter(description = DRAFT) @PathParam("id") ReleaseKey id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @NotNull @Valid ReasonRequest request) {
        String draft = drafts.find(id).id();
        return idempotency.once("explain-findings-" + draft, idempotencyKey, request, () -> Response.ok(
                        drafts.explain(draft, request.findings(), request.reason()))
                .build());
    }

    @GET
    @Path("/releases/{id}/findings")
    @Operation(
            operationId = "listFindings",
            summary = "What the checks of a release had found, and why it was right",
            description = "As it was when the release was published.")
    public Page<CheckFinding> ofRelease(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Valid @BeanParam PageRequest page) {
        return page(releases.find(id).id(), null, page);
    }

    private Page<CheckFinding> page(String release, ReasonFilter reason, PageRequest page) {
        List<CheckFinding> rows = findings.list(release, reason, page.afterId(), page.fetch());
        return Page.of(rows, page, finding -> List.of(finding.id()));
    }
}
