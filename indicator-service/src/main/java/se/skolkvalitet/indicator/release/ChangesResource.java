package se.skolkvalitet.indicator.release;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** What is other in a release than in one before. */
@Path("/v1/releases/{id}/changes")
@Tag(name = "releases")
public class ChangesResource {
    @Inject
    Releases releases;

    @Inject
    ChangeStore changes;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listChanges",
            summary = "What is other in a release than in one before",
            description =
                    "How values are calculated, which school units areas are made of, and each value of which anything is told"
                            + " otherwise, is there or is gone. A value that is withheld in either release comes without its figures.")
    public Changes list(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Parameter(
                            description =
                                    "A release that was published before; left out for the one that it corrects, or else for the"
                                            + " latest of those before it.")
                    @QueryParam("since")
                    ReleaseKey since,
            @Parameter(description = "Only those.") @QueryParam("severity") ChangeSeverity severity,
            @Valid @BeanParam PageRequest page) {
        Release release = releases.find(id);
        Release before = since == null ? releases.before(release) : releases.olderThan(release, "since", since);
        List<String> after = page.after(ChangeStore.FIRST.size(), key -> {
            Integer.parseInt(key.get(0));
            return key;
        });
        Page<Change> found = Page.of(
                changes.list(before, release, severity, after == null ? ChangeStore.FIRST : after, page.fetch()),
                page,
                ChangeStore::key);
        return new Changes(
                release.id(), before.id(), changes.gravest(before, release).orElse(null), found.items(), found.next());
    }
}
