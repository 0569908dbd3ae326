package se.skolkvalitet.stack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where services answer that run already, in containers for instance: an absolute base address for each of the four. */
public record ServiceUrls(Map<ServiceKind, String> urls) {

    public ServiceUrls {
        urls = Map.copyOf(urls);
        if (urls.size() != ServiceKind.values().length) {
            throw new StackRefused("-Dstack.urls must name each of the four services: name=address,…");
        }
        urls.forEach((kind, url) -> check(kind.artifact(), url));
    }

    /** From the system property {@code stack.urls}; empty where a stack is to be started. */
    static Optional<ServiceUrls> fromSystemProperties() {
        return Optional.ofNullable(System.getProperty("stack.urls"))
                .filter(text -> !text.isBlank())
                .map(ServiceUrls::parse);
    }

    /**
     * @param text as {@code framework-service=http://localhost:8081,…}, in any order
     * @throws StackRefused where a service is missing, unknown or without an address
     */
    static ServiceUrls parse(String text) {
        Map<ServiceKind, String> urls = new EnumMap<>(ServiceKind.class);
        for (String entry : text.split(",")) {
            List<String> parts = List.of(entry.strip().split("=", 2));
            if (parts.size() < 2) {
                throw new StackRefused("In -Dstack.urls, '%s' is not name=address.".formatted(entry));
            }
            urls.put(kind(parts.get(0)), parts.get(1).replaceFirst("/+$", ""));
        }
        return new ServiceUrls(urls);
    }

    public String of(ServiceKind kind) {
        return urls.get(kind);
    }

    private static ServiceKind kind(String artifact) {
        return Arrays.stream(ServiceKind.values())
                .filter(kind -> kind.artifact().equals(artifact))
                .findFirst()
                .orElseThrow(() -> new StackRefused("In -Dstack.urls, '%s' is none of the services: %s."
                        .formatted(
                                artifact,
                                Arrays.stream(ServiceKind.values())
                                        .map(ServiceKind::artifact)
                                        .toList())));
    }

    private static void check(String service, String url) {
        try {
            URI address = new URI(url);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, like an address without a host.
        }
        throw new StackRefused("In -Dstack.urls, '%s' is no address of %s.".formatted(url, service));
    }
}
