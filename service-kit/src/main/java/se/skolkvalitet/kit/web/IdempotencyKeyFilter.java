package se.skolkvalitet.kit.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import se.skolkvalitet.kit.problem.ProblemException;

/**
 * Refuses an Idempotency-Key that is too long for the index of the keys, or empty, which would be everybody's, and more
 * than one; before the body is read, which may be a large file.
 */
class IdempotencyKeyFilter {
    static final int LONGEST = 255;

    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        List<String> keys = request.getHeaders().getOrDefault(Idempotency.HEADER, List.of());
        if (keys.isEmpty() || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (keys.size() > 1) {
            throw ProblemException.invalid(Idempotency.HEADER, "repeated", "A request has one Idempotency-Key.");
        }
        String key = keys.get(0);
        if (key.isBlank() || key.length() > LONGEST) {
            throw ProblemException.invalid(
                    Idempotency.HEADER, "size", "An Idempotency-Key has 1 to %d characters.".formatted(LONGEST));
        }
    }
}
