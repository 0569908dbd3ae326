package se.skolkvalitet.indicator.release;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.protection.Disclosure;
import se.skolkvalitet.indicator.protection.ProtectedTables;
import se.skolkvalitet.indicator.protection.WithheldTable;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Caching;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** What is withheld of releases, and the proof that nobody finds it out. */
@Path("/v1/releases/{id}/disclosure")
@Tag(name = "releases")
public class DisclosureResource {
    private static final String ZIP = "application/zip";

    @Inject
    Releases releases;

    @Inject
    ProtectedTables tables;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getDisclosure",
            summary = "What is withheld of a release, so that nobody can find out few pupils",
            description =
                    "Of figures of pupils that their sources do not publish: how many are withheld at which level and why, how"
                            + " few it has to be at least, and the tables of what is protected together, in each period.")
    public Disclosure get(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Valid @BeanParam PageRequest page) {
        Release release = releases.find(id);
        List<WithheldTable> all = tables.of(release.calculation());
        return Disclosure.of(release.id(), all, Page.slice(all, page, table -> String.valueOf(table.number())));
    }

    @GET
    @Path("/{number}")
    @Produces(ZIP)
    @Operation(
            operationId = "getDisclosureProof",
            summary = "The proof that nobody finds out what is withheld of a table",
            description =
                    "What is published of it, the equations between its cells, and the certificate, as the project's"
                            + " command `check` reads them when unpacked. There is none of a table that has `hasProof` false: it"
                            + " would tell weights that their source does not publish.")
    @APIResponse(
            responseCode = "200",
            description = "`published.csv`, `equations.csv` and `certificate.json`",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response proof(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Parameter(description = "Of the table") @PathParam("number") long number) {
        Release release = releases.find(id);
        byte[] files = tables.files(release.calculation(), number)
                .orElseThrow(() -> ProblemException.notFound("table %d of release %s".formatted(number, release.id())));
        Response.ResponseBuilder answer = Response.ok(files)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"disclosure-%s-%d.zip\"".formatted(release.id(), number));
        return id.value().equals(release.id())
                ? answer.cacheControl(Caching.immutable()).build()
                : answer.build();
    }
}
