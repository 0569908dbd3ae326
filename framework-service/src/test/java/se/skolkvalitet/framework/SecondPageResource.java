package se.skolkvalitet.framework;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.skolkvalitet.pages.HtmlPage;
import se.skolkvalitet.pages.Language;

/** A page beside the front page, with a query of its own, as a feature would have one. */
@Path("/second-page")
public class SecondPageResource {
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance secondPage(String about);
    }

    @GET
    @Produces(HtmlPage.TYPE)
    @Operation(hidden = true)
    public Response page(
            @QueryParam("about") String about,
            @QueryParam("lang") Language lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
            @Context UriInfo asked) {
        return HtmlPage.of(Templates.secondPage(about), Language.of(lang, accepted), asked);
    }
}
