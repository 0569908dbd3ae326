package se.skolkvalitet.indicator.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.ReleaseKey;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** The organisers' analysis documents. */
@Path("/v1/analyses")
@Tag(name = "analyses")
@Produces(MediaType.APPLICATION_JSON)
public class AnalysisResource {
    @Inject
    AnalysisStore analyses;

    @Inject
    Releases releases;

    @Inject
    ObjectMapper mapper;

    /** A document in the list. */
    public record AnalysisReference(String organiser, String release, String link) {}

    @GET
    @Operation(operationId = "listAnalyses", summary = "Which organisers have a document in a release")
    public Page<AnalysisReference> list(
            @Valid @BeanParam PageRequest page,
            @Parameter(description = ReleaseKey.IN_WORDS) @QueryParam("release") @DefaultValue("latest")
                    ReleaseKey release) {
        Release found = releases.asked("release", release);
        List<String> organisers = analyses.organisers(found, page.afterKey(), page.fetch());
        return Page.of(organisers, page, List::of)
                .map(organiser -> new AnalysisReference(
                        organiser, found.id(), "/v1/analyses/%s?release=%s".formatted(organiser, found.id())));
    }

    @GET
    @Path("/{orgNumber}")
    @Operation(operationId = "getAnalysis", summary = "An organiser's analysis document")
    public Analysis get(
            @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{10}$")) @PathParam("orgNumber")
                    String orgNumber,
            @Parameter(description = ReleaseKey.IN_WORDS) @QueryParam("release") @DefaultValue("latest")
                    ReleaseKey release)
            throws JsonProcessingException {
        return mapper.readValue(analyses.find(orgNumber, releases.asked("release", release)), Analysis.class);
    }
}
