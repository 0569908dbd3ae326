package se.skolkvalitet.indicator.calculation;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobKey;
import se.skolkvalitet.kit.jobs.Jobs;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** From raw statistics to indicators. */
@Path("/v1/calculations")
@Tag(name = "calculations")
@Produces(MediaType.APPLICATION_JSON)
public class CalculationResource {
    @Inject
    Jobs jobs;

    @Inject
    Idempotency idempotency;

    @Inject
    EditionStore editions;

    /** @param edition number of the edition whose indicators are calculated; left out for the latest */
    public record CalculationRequest(@Min(1) Integer edition) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "calculate",
            summary = "Calculate all indicators at all levels",
            description = "A job does it. Its report has the number of the calculation to make a release from; with"
                    + " unchanged inputs that is the number of the earlier calculation.")
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response submit(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @NotNull @Valid CalculationRequest request) {
        return idempotency.once(CalculationJob.KIND, idempotencyKey, request, () -> {
            if (request.edition() != null) {
                editions.require("edition", request.edition());
            }
            Job job = jobs.submit(CalculationJob.KIND, new CalculationJob.Parameters(request.edition()));
            return Response.accepted(job)
                    .location(URI.create("/v1/calculations/" + job.id()))
                    .build();
        });
    }

    @GET
    @Operation(operationId = "listCalculations", summary = "Calculation jobs, newest first")
    public Page<Job> list(@Valid @BeanParam PageRequest page) {
        return jobs.list(CalculationJob.KIND, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCalculation", summary = "A calculation job and its report")
    public Job get(@PathParam("id") JobKey id) {
        return jobs.find(CalculationJob.KIND, id);
    }
}
