package se.skolkvalitet.pages;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a client takes, of several representations: the one that its Accept header wants most, the first of those that it
 * wants alike. (The framework's own choice looks at Accept-Language, too, and fails for one that it cannot read.)
 *
 * @param ranges of the header Accept
 */
record Accepted(List<MediaType> ranges) {
    private static final Comparator<MediaType> BY_EXACTNESS = Comparator.comparing(MediaType::isWildcardType)
            .thenComparing(MediaType::isWildcardSubtype)
            .reversed();

    /** Nothing is taken where the header cannot be read. */
    static Accepted in(HttpHeaders headers) {
        try {
            return new Accepted(headers.getAcceptableMediaTypes());
        } catch (IllegalArgumentException unreadable) {
            return new Accepted(List.of());
        }
    }

    /** Empty where it takes none of them. */
    Optional<MediaType> best(List<MediaType> offered) {
        return offered.stream()
                .filter(type -> wish(type) > 0)
                .reduce((one, other) -> wish(other) > wish(one) ? other : one);
    }

    /** That of the range which says most of the type. */
    private double wish(MediaType type) {
        return ranges.stream()
                .filter(range -> range.isCompatible(type))
                .max(BY_EXACTNESS)
                .map(Accepted::quality)
                .orElse(0.0);
    }

    private static double quality(MediaType range) {
        try {
            return Double.parseDouble(range.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
