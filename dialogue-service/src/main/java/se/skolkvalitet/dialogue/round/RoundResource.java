package se.skolkvalitet.dialogue.round;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.dialogue.dialogue.RoundCode;
import se.skolkvalitet.dialogue.round.RoundRepository.Place;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobKey;
import se.skolkvalitet.kit.jobs.Jobs;
import se.skolkvalitet.kit.text.TextRules;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Rounds of dialogues and their plans. */
@Path("/v1")
@Tag(name = "rounds")
@Produces(MediaType.APPLICATION_JSON)
public class RoundResource {
    @Inject
    Rounds rounds;

    @Inject
    Jobs jobs;

    @Inject
    Idempotency idempotency;

    /**
     * What is said of a round when it is opened.
     *
     * @param organisers organisation numbers of those to invite; left out for every organiser that has an analysis
     *     document
     */
    public record RoundRequest(
            @NotNull RoundCode code,

            @NotNull @Size(max = 100) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String name,

            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,

            @Size(min = 1, max = RoundRequest.MOST_ORGANISERS)
            List<@NotNull @Pattern(regexp = "[0-9]{10}", message = "an organisation number has ten digits") String>
                    organisers) {
        static final int MOST_ORGANISERS = 5000;
    }

    @GET
    @Path("/rounds")
    @Operation(operationId = "listRounds", summary = "All rounds, earliest first")
    public Page<Round> list(@Valid @BeanParam PageRequest page) {
        List<Round> rows = rounds.list(page.after(2, Place::read), page.fetch());
        return Page.of(
                rows, page, round -> List.of(round.firstDay(), round.code().value()));
    }

    @POST
    @Path("/rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openRound",
            summary = "Open a round",
            description = "A dialogue is opened for each organiser, with the analysis document that it has now; at most"
                    + " 5,000 of them. A round lasts at least five weeks (35 days), the time that the meetings of a"
                    + " dialogue are apart, and at most three years.")
    @APIResponse(
            responseCode = "201",
            description = "The round",
            content = @Content(schema = @Schema(implementation = Round.class)))
    public Response open(@HeaderParam(Idempotency.HEADER) String idempotencyKey, @NotNull @Valid RoundRequest request) {
        return idempotency.once("openRound", idempotencyKey, request, () -> {
            Round round = rounds.open(request);
            return Response.created(address(round))
                    .tag(tag(round))
                    .entity(round)
                    .build();
        });
    }

    @GET
    @Path("/rounds/{code}")
    @Operation(
            operationId = "getRound",
            summary = "One round",
            description = "Its ETag is its version. Asked for as `current` or `latest`, Content-Location tells its own"
                    + " address.")
    @APIResponse(
            responseCode = "200",
            description = "The round",
            content = @Content(schema = @Schema(implementation = Round.class)))
    public Response get(@Parameter(description = RoundCode.IN_WORDS) @PathParam("code") RoundCode code) {
        Round round = rounds.find(code);
        Response.ResponseBuilder answer = Response.ok(round, MediaType.APPLICATION_JSON);
        // Two rounds with the same version would have the same tag, and the other names pass from round to round.
        return round.code().equals(code)
                ? answer.tag(tag(round)).build()
                : answer.contentLocation(address(round)).build();
    }

    @POST
    @Path("/rounds/{code}/plan")
    @Operation(
            operationId = "planRound",
            summary = "Plan all meetings of a round",
            description =
                    "A job does it, one at a time for each round, around the meetings that other rounds have by then."
                            + " A plan with a conflict is not saved.")
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response plan(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Parameter(description = RoundCode.IN_WORDS) @PathParam("code") RoundCode code) {
        var parameters = new PlanningJob.Parameters(code);
        return idempotency.once(PlanningJob.KIND, idempotencyKey, parameters, () -> {
            Job job = rounds.startPlanning(code);
            return Response.accepted(job)
                    .location(URI.create("/v1/plannings/" + job.id()))
                    .build();
        });
    }

    @GET
    @Path("/plannings")
    @Operation(operationId = "listPlannings", summary = "Planning jobs, newest first")
    public Page<Job> plannings(@Valid @BeanParam PageRequest page) {
        return jobs.list(PlanningJob.KIND, page);
    }

    @GET
    @Path("/plannings/{id}")
    @Operation(operationId = "getPlanning", summary = "A planning job and its report")
    public Job planning(@PathParam("id") JobKey id) {
        return jobs.find(PlanningJob.KIND, id);
    }

    @GET
    @Path("/rounds/{code}/plan")
    @Operation(
            operationId = "getPlan",
            summary = "The plan of a round",
            description = "Its scores, and its conflicts as found now by a checker that does not know the solver.")
    public Plan plan(@Parameter(description = RoundCode.IN_WORDS) @PathParam("code") RoundCode code) {
        return rounds.plan(code);
    }

    private static URI address(Round round) {
        return URI.create("/v1/rounds/" + round.code().value());
    }

    private static String tag(Round round) {
        return String.valueOf(round.version());
    }
}
