package se.skolkvalitet.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * How a page of HTML is answered: all of it in one language, with a link to itself in the other one, and told so to
 * browsers and caches.
 */
public final class HtmlPage {
    /** What the resource of a page produces. */
    public static final String TYPE = MediaType.TEXT_HTML + ";charset=utf-8";

    private HtmlPage() {}

    /**
     * @param template includes {@code pages/layout}, and needs no data for that
     * @param asked what was asked for, by a resource that takes {@code lang}
     */
    public static Response of(TemplateInstance template, Language language, UriInfo asked) {
        String html = template.data("language", language)
                .data("otherAddress", address(asked, language.other()))
                .setLocale(language.locale())
                .render();
        return answer(html, MediaType.valueOf(TYPE), language);
    }

    /** Also for what is a page to browsers, and data to programs. */
    static Response answer(Object content, MediaType type, Language language) {
        return Response.ok(content)
                .type(type)
                .language(language.locale())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    /** Only the query, so that it holds behind a proxy that puts the service below a path of its own, too. */
    private static String address(UriInfo asked, Language language) {
        URI address = asked.getRequestUriBuilder()
                .replaceQueryParam("lang", language.value())
                .build();
        return "?" + address.getRawQuery();
    }
}
