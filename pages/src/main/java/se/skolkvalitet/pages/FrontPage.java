package se.skolkvalitet.pages;

import java.util.List;

/**
 * What a service is and where to go from here.
 *
 * @param service its name among the services
 * @param contract path of the OpenAPI document
 * @param tryOut path of a page on which every operation can be tried
 */
public record FrontPage(
        String service,
        String title,
        String purpose,
        String contract,
        String tryOut,
        String health,
        String metrics,
        List<Link> resources) {

    /** A resource to look at first. */
    public record Link(String path, String name) {}

    static FrontPage of(String service, FrontPageConfig config, Language language) {
        return new FrontPage(
                service,
                config.title().in(language),
                config.purpose().in(language),
                "/openapi",
                "/q/swagger-ui",
                "/q/health",
                "/q/metrics",
                config.resources().stream()
                        .map(link -> new Link(link.path(), link.name().in(language)))
                        .toList());
    }
}
