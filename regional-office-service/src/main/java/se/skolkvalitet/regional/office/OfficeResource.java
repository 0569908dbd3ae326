package se.skolkvalitet.regional.office;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import se.skolkvalitet.kit.text.TextRules;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/** The regional offices and the counties that they answer for. */
@Path("/v1/offices")
@Tag(name = "offices")
@Produces(MediaType.APPLICATION_JSON)
public class OfficeResource {
    @Inject
    Offices offices;

    @Inject
    CoverageMap map;

    /** What is said of an office when it is written. */
    public record OfficeRequest(
            @NotNull @Size(max = 100) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String name,

            @NotNull MunicipalityCode municipality) {}

    /** The counties that an office answers for, all of them. */
    public record Coverage(@NotNull @Size(max = 21) List<@NotNull CountyCode> counties) {}

    @GET
    @Operation(operationId = "listOffices", summary = "The regional offices by code")
    public Page<Office> list(@Valid @BeanParam PageRequest page) {
        List<Office> rows = offices.page(page.afterKey(OfficeCode.class), page.fetch());
        return Page.of(rows, page, office -> List.of(office.code().value()));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getOffice", summary = "One office")
    @APIResponse(
            responseCode = "200",
            description = "The office",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response get(@PathParam("code") OfficeCode code) {
        return answer(offices.find(code));
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
            description = "The office, which was there before",
            content = @Content(schema = @Schema(implementation = Office.class)))
    @APIResponse(
            responseCode = "201",
            description = "The office, which was opened",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response put(
            @PathParam("code") OfficeCode code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OfficeRequest request) {
        Office office = offices.put(code, ifMatch, request);
        // Only what is not there yet is written without If-Match.
        return ifMatch == null
                ? Response.created(URI.create("/v1/offices/" + code.value()))
                        .tag(EntityTags.of(office.version()))
                        .entity(office)
                        .build()
                : answer(office);
    }

    @GET
    @Path("/{code}/coverage")
    @Operation(operationId = "getCoverage", summary = "The counties that an office answers for")
    @APIResponse(
            responseCode = "200",
            description = "The counties, with the ETag of the office",
            content = @Content(schema = @Schema(implementation = Coverage.class)))
    public Response coverage(@PathParam("code") OfficeCode code) {
        Office office = offices.find(code);
        return Response.ok(new Coverage(office.counties()))
                .tag(EntityTags.of(office.version()))
                .build();
    }

    @PUT
    @Path("/{code}/coverage")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCoverage",
            summary = "Set the counties that an office answers for",
            description = "Counties that are left out are given up; then nobody answers for the organisers there. A"
                    + " county that another office has is a 409: pass it over with a coverage transfer.")
    @APIResponse(
            responseCode = "200",
            description = "The office",
            content = @Content(schema = @Schema(implementation = Office.class)))
    public Response cover(
            @PathParam("code") OfficeCode code,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Coverage coverage) {
        return answer(map.cover(code, ifMatch, coverage.counties()));
    }

    private static Response answer(Office office) {
        return Response.ok(office).tag(EntityTags.of(office.version())).build();
    }
}
