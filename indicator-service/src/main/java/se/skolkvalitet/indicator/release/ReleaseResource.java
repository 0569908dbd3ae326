package se.skolkvalitet.indicator.release;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.calculation.Calculations;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobKey;
import se.skolkvalitet.kit.jobs.Jobs;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Releases of indicator values. */
@Path("/v1")
@Tag(name = "releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    @Inject
    Jobs jobs;

    @Inject
    Releases releases;

    @Inject
    Idempotency idempotency;

    @Inject
    Calculations calculations;

    /**
     * @param calculation number from the report of a calculation
     * @param corrects the release whose place the new one takes, of the same edition; left out for a release of its own
     * @param draft whether it is checked only, and not published; left out for no
     */
    public record ReleaseRequest(@NotNull Long calculation, ReleaseKey corrects, Boolean draft) {}

    @POST
    @Path("/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishRelease",
            summary = "Publish a calculation as a release",
            description =
                    "A job does it: it checks what is other than before, and makes an analysis document for each organiser and the"
                            + " files. Where the checks find something that nobody has explained, it fails, and the release is a draft:"
                            + " ask again when that has its reasons. A calculation that has been published keeps its release. One that `corrects` another is there beside it, has its number and one"
                            + " more, as in 2026.1.1, and takes its place: where the other was the latest, it is now.")
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response submit(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @NotNull @Valid ReleaseRequest request) {
        return idempotency.once(ReleaseJob.KIND, idempotencyKey, request, () -> {
            calculations.require("calculation", request.calculation());
            Job job = jobs.submit(ReleaseJob.KIND, parameters(request));
            return Response.accepted(job)
                    .location(URI.create("/v1/release-publications/" + job.id()))
                    .build();
        });
    }

    private ReleaseJob.Parameters parameters(ReleaseRequest request) {
        int edition = calculations.find(request.calculation()).orElseThrow().edition();
        return new ReleaseJob.Parameters(
                request.calculation(),
                request.corrects() == null
                        ? null
                        : releases.toCorrect("corrects", request.corrects(), edition)
                                .id(),
                Boolean.TRUE.equals(request.draft()));
    }

    @GET
    @Path("/release-publications")
    @Operation(operationId = "listReleasePublications", summary = "Publication jobs, newest first")
    public Page<Job> jobs(@Valid @BeanParam PageRequest page) {
        return jobs.list(ReleaseJob.KIND, page);
    }

    @GET
    @Path("/release-publications/{id}")
    @Operation(operationId = "getReleasePublication", summary = "A publication job and its report")
    public Job job(@PathParam("id") JobKey id) {
        return jobs.find(ReleaseJob.KIND, id);
    }

    @GET
    @Path("/releases")
    @Operation(operationId = "listReleases", summary = "All releases, the one published last first")
    public Page<Release> list(@Valid @BeanParam PageRequest page) {
        List<Release> rows = releases.list(page.after(1, key -> Long.valueOf(key.get(0))), page.fetch());
        return Page.of(rows, page, release -> List.of(release.sequence()));
    }

    @GET
    @Path("/releases/{id}")
    @Operation(
            operationId = "getRelease",
            summary = "One release",
            description =
                    "Its values never change; its state does when it is corrected. Asked for as `current` or `latest`,"
                            + " Content-Location tells its own address.")
    @APIResponse(
            responseCode = "200",
            description = "The release",
            content = @Content(schema = @Schema(implementation = Release.class)))
    public Response get(@Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id) {
        Release release = releases.find(id);
        Response.ResponseBuilder answer = Response.ok(release, MediaType.APPLICATION_JSON);
        return id.value().equals(release.id())
                ? answer.build()
                : answer.contentLocation(URI.create("/v1/releases/" + release.id()))
                        .build();
    }
}
