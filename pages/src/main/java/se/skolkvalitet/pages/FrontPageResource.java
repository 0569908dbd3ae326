package se.skolkvalitet.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page that a visitor of the service's address sees. */
@Path("/")
@Tag(name = "front page")
public class FrontPageResource {
    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @Inject
    FrontPageConfig config;

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        private Templates() {}

        static native TemplateInstance front(FrontPage page);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, HtmlPage.TYPE})
    @Operation(operationId = "getFrontPage", summary = "What this service is, and where to go from here")
    @APIResponse(
            responseCode = "200",
            description = "In the language asked for",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FrontPage.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response front(
            @QueryParam("lang") @Parameter(description = "Left out for the language that the browser prefers.")
                    Language lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String accepted,
            @Context HttpHeaders headers,
            @Context UriInfo asked) {
        // Programs that name no type want the data; browsers name theirs.
        MediaType type = Accepted.in(headers)
                .best(List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(HtmlPage.TYPE)))
                .orElseThrow(NotAcceptableException::new);
        Language language = Language.of(lang, accepted);
        FrontPage page = FrontPage.of(service, config, language);
        boolean html = type.getSubtype().equals("html");
        return html ? HtmlPage.of(Templates.front(page), language, asked) : HtmlPage.answer(page, type, language);
    }
}
