package se.skolkvalitet.regional.geography;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Counties and municipalities. */
@Path("/v1")
@Tag(name = "geography")
@Produces(MediaType.APPLICATION_JSON)
public class GeographyResource {
    @Inject
    GeographyStore geography;

    @GET
    @Path("/counties")
    @Operation(operationId = "listCounties", summary = "The 21 counties by code")
    public Page<County> counties(@Valid @BeanParam PageRequest page) {
        List<County> rows = geography.counties(page.afterKey(CountyCode.class), page.fetch());
        return Page.of(rows, page, one -> List.of(one.code().value()));
    }

    @GET
    @Path("/municipalities")
    @Operation(operationId = "listMunicipalities", summary = "Municipalities by code")
    public Page<Municipality> municipalities(
            @Valid @BeanParam PageRequest page, @QueryParam("county") CountyCode county) {
        geography.knownCounties().require("county", county);
        List<Municipality> rows = geography.municipalities(page.afterKey(MunicipalityCode.class), county, page.fetch());
        return Page.of(rows, page, one -> List.of(one.code().value()));
    }

    @GET
    @Path("/municipalities/{code}")
    @Operation(operationId = "getMunicipality", summary = "One municipality")
    public Municipality municipality(@PathParam("code") MunicipalityCode code) {
        return geography.municipality(code);
    }
}
