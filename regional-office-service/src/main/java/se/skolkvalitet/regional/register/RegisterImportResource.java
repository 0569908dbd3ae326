package se.skolkvalitet.regional.register;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import java.time.LocalDate;
import java.util.List;
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
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.GeographyStore;

/** Filling the register from the public register of school units. */
@Path("/v1/register-imports")
@Tag(name = "register")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterImportResource {
    @Inject
    Uploads uploads;

    @Inject
    GeographyStore geography;

    @Inject
    RegisterDay day;

    @POST
    @Consumes("application/x-ndjson")
    @Operation(
            operationId = "importRegister",
            summary = "Import school units and their organisers",
            description = "One answer of `GET /v4/school-units/{code}` of Skolverket's Planned educations API a line."
                    + " A line may also say `startdate` and `endDate` of the unit as Skolenhetsregistret (v2) does, and"
                    + " since when its organiser has it: `organiserSince`. A job does it; follow it at its Location.")
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = Job.class)))
    public Response submit(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @QueryParam("mode") @DefaultValue("atomic") ImportMode mode,
            @Parameter(
                            description =
                                    "The day that the file tells of; without it, the day of the import. What a file of a"
                                            + " later day has told of a unit stays.")
                    @QueryParam("asOf")
                    LocalDate asOf,
            @Parameter(
                            description =
                                    "Counties of which the file has all units, `00` for the country. Their units that it"
                                            + " does not list are closed, unless a line of it is faulty.")
                    @QueryParam("covers")
                    List<CountyCode> covers,
            @Parameter(
                            description =
                                    "How many of the units of `covers` that the file does not list it may close; if there"
                                            + " are more, the job fails and does nothing. Without it, in each county one"
                                            + " in twenty of the active units, rounded up, and ten at least.")
                    @QueryParam("mayClose")
                    @Min(value = 0, message = "mayClose must be at least 0")
                    Integer mayClose,
            InputStream file) {
        requirePast(asOf);
        requireCounties(covers);
        requireCovers(mayClose, covers);
        var parameters = new RegisterImportJob.Parameters(mode, asOf, covers, mayClose);
        return uploads.submit(RegisterImportJob.KIND, "/v1/register-imports/", idempotencyKey, parameters, file);
    }

    private void requirePast(LocalDate asOf) {
        if (asOf != null && asOf.isAfter(day.today())) {
            throw ProblemException.invalid("asOf", "range", "A file cannot tell of a day to come.");
        }
    }

    private void requireCounties(List<CountyCode> covers) {
        KnownCodes known = geography.knownCounties();
        covers.stream()
                .filter(county -> !county.equals(RegisterImportJob.COUNTRY))
                .forEach(county -> known.require("covers", county));
    }

    private static void requireCovers(Integer mayClose, List<CountyCode> covers) {
        if (mayClose != null && covers.isEmpty()) {
            throw ProblemException.invalid(
                    "mayClose", "requires", "Without covers a file closes no unit that it does not list.");
        }
    }

    @GET
    @Operation(operationId = "listRegisterImports", summary = "Imports, newest first")
    public Page<Job> list(@Valid @BeanParam PageRequest page) {
        return uploads.list(RegisterImportJob.KIND, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRegisterImport", summary = "An import and what it did")
    public Job get(@PathParam("id") JobKey id) {
        return uploads.find(RegisterImportJob.KIND, id);
    }

    @GET
    @Path("/{id}/faults")
    @Operation(
            operationId = "listRegisterImportFaults",
            summary = "All that is wrong with the lines of an import's file",
            description = "In the order of the file, for 90 days; of an import at work, what it has found so far.")
    public Page<LineFault> faults(@PathParam("id") JobKey id, @Valid @BeanParam PageRequest page) {
        return uploads.faults(RegisterImportJob.KIND, id, page);
    }
}
