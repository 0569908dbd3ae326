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
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Cursor;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Counties and municipalities. */
@Path("/v1")
@Tag(name = "geography")
@Produces(MediaType.APPLICATION_JSON)
public class GeographyResource {
    private static final String MUNICIPALITIES = "select code, name, county from municipality";

    @Inject
    Jdbi jdbi;

    /** A county (län). */
    public record County(CountyCode code, String name) {}

    /** A municipality (kommun) and the county that it lies in. */
    public record Municipality(MunicipalityCode code, String name, CountyCode county) {}

    @GET
    @Path("/counties")
    @Operation(operationId = "listCounties", summary = "The 21 counties")
    public List<County> counties() {
        return jdbi.withHandle(handle -> handle.createQuery("select code, name from county order by code")
                .mapTo(County.class)
                .list());
    }

    @GET
    @Path("/municipalities")
    @Operation(operationId = "listMunicipalities", summary = "Municipalities by code")
    public Page<Municipality> municipalities(
            @Valid @BeanParam PageRequest page, @QueryParam("county") CountyCode county) {
        List<Municipality> rows = jdbi.withHandle(handle -> handle.createQuery(MUNICIPALITIES
                        + " where code > :after and (cast(:county as text) is null or county = :county)"
                        + " order by code limit :limit")
                .bind("after", page.afterKey())
                .bind("county", county)
                .bind("limit", page.fetch())
                .mapTo(Municipality.class)
                .list());
        return Page.of(rows, page, one -> Cursor.of(one.code().value()));
    }

    @GET
    @Path("/municipalities/{code}")
    @Operation(operationId = "getMunicipality", summary = "One municipality")
    public Municipality municipality(@PathParam("code") MunicipalityCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(MUNICIPALITIES + " where code = :code")
                        .bind("code", code)
                        .mapTo(Municipality.class)
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound("municipality " + code.value()));
    }
}
