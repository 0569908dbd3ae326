package se.skolkvalitet.indicator.unitcode;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobKey;
import se.skolkvalitet.kit.jobs.Uploads;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** By which codes other registers know school units. */
@Path("/v1")
@Tag(name = "unit-codes")
@Produces(MediaType.APPLICATION_JSON)
public class UnitCodeResource {
    @Inject
    Uploads uploads;

    @Inject
    UnitCodeStore codes;

    @POST
    @Path("/unit-codes")
    @Consumes("text/csv")
    @Operation(
            operationId = "importUnitCodes",
            summary = "Import a file of codes and their school units",
            description =
                    "A CSV file with the columns `code` and `unit`. A job does it; follow it at its Location. What"
                            + " is known of codes that the file does not have stays. In the mode `atomic` one fault stops all of"
                            + " it, in the mode `lenient` faulty lines are left out.")
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response submit(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @QueryParam("scheme") @NotNull(message = "say whose codes they are") UnitCodeScheme scheme,
            @QueryParam("mode") @DefaultValue("atomic") ImportMode mode,
            InputStream file) {
        var parameters = new UnitCodeImportJob.Parameters(scheme, mode);
        return uploads.submit(UnitCodeImportJob.KIND, "/v1/unit-code-imports/", idempotencyKey, parameters, file);
    }

    @GET
    @Path("/unit-codes")
    @Operation(operationId = "listUnitCodes", summary = "Codes of school units in other registers")
    public Page<UnitCode> list(@QueryParam("scheme") UnitCodeScheme scheme, @Valid @BeanParam PageRequest page) {
        return Page.of(
                codes.list(scheme, page), page, one -> List.of(one.scheme().value(), one.code()));
    }

    @GET
    @Path("/unit-code-imports")
    @Operation(operationId = "listUnitCodeImports", summary = "Imports of codes, newest first")
    public Page<Job> jobs(@Valid @BeanParam PageRequest page) {
        return uploads.list(UnitCodeImportJob.KIND, page);
    }

    @GET
    @Path("/unit-code-imports/{id}")
    @Operation(operationId = "getUnitCodeImport", summary = "An import of codes and what it did")
    public Job job(@PathParam("id") JobKey id) {
        return uploads.find(UnitCodeImportJob.KIND, id);
    }

    @GET
    @Path("/unit-code-imports/{id}/faults")
    @Operation(
            operationId = "listUnitCodeImportFaults",
            summary = "All that is wrong with the lines of a file of codes",
            description = "In the order of the file, for 90 days; of an import at work, what it has found so far.")
    public Page<LineFault> faults(@PathParam("id") JobKey id, @Valid @BeanParam PageRequest page) {
        return uploads.faults(UnitCodeImportJob.KIND, id, page);
    }
}
