package se.skolkvalitet.indicator.imports;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobKey;
import se.skolkvalitet.kit.jobs.Uploads;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Raw statistics on their way in. */
@Path("/v1/imports")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    @Inject
    Uploads uploads;

    @POST
    @Consumes({"application/x-ndjson", "text/csv", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "importStatistics",
            summary = "Import a file of statistics",
            description =
                    "The source says how the file is read, whatever its media type. A job does it; follow it at its"
                            + " Location. Its report names the first faulty lines, its `faults` are all of them, its"
                            + " `warnings` what is odd in the figures that were taken in. In the mode"
                            + " `atomic` one fault stops all of it, in the mode `lenient` faulty lines are left out.")
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response submit(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @QueryParam("source") @NotNull(message = "say which source the file comes from") StatisticsSource source,
            @QueryParam("mode") @DefaultValue("atomic") ImportMode mode,
            @Parameter(
                            description =
                                    "Whether the file holds all figures that the source publishes of the measures, periods"
                                            + " and levels in it: those that were published before and are not in it are then"
                                            + " withdrawn. In the mode `lenient` a file with faulty lines withdraws nothing.")
                    @QueryParam("complete")
                    @DefaultValue("false")
                    boolean complete,
            @Parameter(
                            description =
                                    "Of the figures, by its SPDX name, where the source has not one licence for all that it"
                                            + " publishes.")
                    @QueryParam("licence")
                    Licence licence,
            InputStream file) {
        if (licence != null) {
            requireNoOther(source, licence);
        }
        var parameters = new StatisticsImportJob.Parameters(source, mode, complete, licence);
        return uploads.submit(StatisticsImportJob.KIND, "/v1/imports/", idempotencyKey, parameters, file);
    }

    private static void requireNoOther(StatisticsSource source, Licence licence) {
        source.licence().filter(own -> !own.equals(licence.value())).ifPresent(own -> {
            throw ProblemException.invalid(
                    "licence",
                    "licence-of-source",
                    "%s publishes all its figures under %s, not under %s."
                            .formatted(source.value(), own, licence.value()));
        });
    }

    @GET
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    public Page<Job> list(@Valid @BeanParam PageRequest page) {
        return uploads.list(StatisticsImportJob.KIND, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getImport", summary = "An import and what it did")
    public Job get(@PathParam("id") JobKey id) {
        return uploads.find(StatisticsImportJob.KIND, id);
    }

    @GET
    @Path("/{id}/faults")
    @Operation(
            operationId = "listImportFaults",
            summary = "All that is wrong with the lines of an import's file",
            description = "In the order of the file, for 90 days; of an import at work, what it has found so far.")
    public Page<LineFault> faults(@PathParam("id") JobKey id, @Valid @BeanParam PageRequest page) {
        return uploads.faults(StatisticsImportJob.KIND, id, page);
    }

    @GET
    @Path("/{id}/warnings")
    @Operation(
            operationId = "listImportWarnings",
            summary = "All that is odd in the figures of an import's file, and stopped nothing",
            description =
                    "Figures of all, girls and boys that do not go together, and figures that are far from those of the"
                            + " period before. In the order of the file, for 90 days.")
    public Page<LineFault> warnings(@PathParam("id") JobKey id, @Valid @BeanParam PageRequest page) {
        return uploads.warnings(StatisticsImportJob.KIND, id, page);
    }
}
