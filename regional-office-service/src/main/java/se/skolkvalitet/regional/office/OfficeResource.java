package se.skolkvalitet.regional.office;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/** The regional offices and the counties that they answer for. */
@Path("/v1/offices")
@Tag(name = "offices")
@Produces(MediaType.APPLICATION_JSON)
public class OfficeResource {
    @Inject
    OfficeStore store;

    /** What is said of an office when it is written. */
    public record OfficeRequest(
            @NotBlank @Size(max = 100) String name, @NotNull MunicipalityCode municipality) {}

    /** The counties that an office answers for, all of them. */
    public record Coverage(@NotNull @Size(max = 21) List<@NotNull CountyCode> counties) {}

    @GET
    @Operation(operationId = "listOffices", summary = "All regional offices")
    public List<Office> list() {
        return store.list();
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getOffice", summary = "One office")
    @APIResponse(
            responseCode = "200",
            description = "The office",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response get(@PathParam("code") OfficeCode code) {
        return answer(store.find(code));
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putOffice",
            summary = "Open an office or change what is known of it",
            description = "Changing an existing office needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The office",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response put(
            @PathParam("code") OfficeCode code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OfficeRequest request) {
        return answer(store.put(code, ifMatch, request));
    }

    @GET
    @Path("/{code}/coverage")
    @Operation(operationId = "getCoverage", summary = "The counties that an office answers for")
    public Coverage coverage(@PathParam("code") OfficeCode code) {
        return new Coverage(store.find(code).counties());
    }

    @PUT
    @Path("/{code}/coverage")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCoverage",
            summary = "Set the counties that an office answers for",
            description = "A county that another office has must be given up there first.")
    @APIResponse(
            responseCode = "200",
            description = "The office",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response cover(
            @PathParam("code") OfficeCode code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Coverage coverage) {
        return answer(store.cover(code, ifMatch, coverage.counties()));
    }

    private static Response answer(Office office) {
        return Response.ok(office)
                .tag(new EntityTag(String.valueOf(office.version())))
                .build();
    }
}
