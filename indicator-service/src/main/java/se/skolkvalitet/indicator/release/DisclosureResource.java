package se.skolkvalitet.indicator.release;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.protection.Disclosure;
import se.skolkvalitet.indicator.protection.ProtectedTables;
import se.skolkvalitet.indicator.protection.WithheldTable;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** What is withheld of releases, and the proof that nobody finds it out. */
@Path("/v1/releases/{id}/disclosure")
@Tag(name = "releases")
public class DisclosureResource {
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
                            + " few it has to be at least, and the tables of what is protected together, in each period. Each"
                            + " has its proof among the files of the release.")
    public Disclosure get(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Valid @BeanParam PageRequest page) {
        Release release = releases.find(id);
        List<WithheldTable> all = tables.of(release.calculation());
        return Disclosure.of(release.id(), all, Page.slice(all, page, table -> String.valueOf(table.number())));
    }
}
