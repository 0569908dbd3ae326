package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.skolkvalitet.kit.problem.Problem;
import se.skolkvalitet.kit.problem.ProblemMappers;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Keeps bodies small, except on the paths that take files: those stream to storage and may be as large as
 * {@code quarkus.http.limits.max-body-size} allows.
 */
@ApplicationScoped
public class BodyLimits {
    /** Just before the resources, and after the server has set the ceiling that this lowers. */
    private static final int BEFORE_RESOURCES = 1;

    @ConfigProperty(name = "kit.body.max-bytes")
    long maxBytes;

    @ConfigProperty(name = "kit.body.upload-paths")
    Optional<List<String>> uploadPaths;

    @Inject
    ObjectMapper mapper;

    void register(@Observes Filters filters) {
        filters.register(this::limit, BEFORE_RESOURCES);
    }

    private void limit(RoutingContext context) {
        if (uploadPaths.orElse(List.of()).contains(context.normalizedPath())) {
            context.next();
            return;
        }
        String length = context.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > maxBytes) {
            refuse(context);
            return;
        }
        // A body without a stated length is counted by the server while it is read.
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxBytes);
        context.next();
    }

    private void refuse(RoutingContext context) {
        Problem problem = ProblemMappers.body(
                ProblemType.TOO_LARGE,
                "A body may have at most %d bytes here.".formatted(maxBytes),
                List.of(),
                context.normalizedPath());
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Connection", "close")
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
