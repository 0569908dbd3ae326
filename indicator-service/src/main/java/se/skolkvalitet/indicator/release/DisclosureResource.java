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
import se.skolkvalitet.indicator.protection.WithheldBlock;
import se.skolkvalitet.indicator.protection.WithheldTable;
import se.skolkvalitet.kit.problem.ProblemException;
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

    @GET
    @Path("/{number}/blocks")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listDisclosureBlocks",
            summary = "What is withheld of each block of a table",
            description =
                    "A block has no equation in common with the others, but for figures that everybody knows: it is protected by"
                            + " itself. They are in the order of the `parts` of the table's `certificate.json`, which says which figures they are of; of a"
                            + " table without proof none are told.")
    public Page<WithheldBlock> blocks(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Parameter(description = "The table's place in the release.") @PathParam("number") long number,
            @Valid @BeanParam PageRequest page) {
        Release release = releases.find(id);
        List<WithheldBlock> blocks = tables.blocks(release.calculation(), number)
                .orElseThrow(() ->
                        ProblemException.notFound("proof of table %d of release %s".formatted(number, release.id())));
        return Page.slice(blocks, page, block -> String.valueOf(block.number()));
    }
}
