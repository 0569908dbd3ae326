package se.skolkvalitet.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Limits each body to what its path takes: little, except on the paths that take files, which stream to storage. What is
 * little is gathered before the request gets a thread; a resource would wait for it on one of its own.
 */
@Provider
@ApplicationScoped
public class Bodies implements ContainerRequestFilter {
    /** What has turned requests away, and whoever asks who is calling, comes before the memory is filled. */
    private static final int AFTER_OTHER_FILTERS = 10;

    @ConfigProperty(name = "kit.body.max-bytes")
    long maxBytes;

    @ConfigProperty(name = "kit.body.max-bytes-together")
    int maxBytesTogether;

    @ConfigProperty(name = "kit.body.max-bytes-at-work")
    int maxBytesAtWork;

    @ConfigProperty(name = "kit.body.patience")
    Duration patience;

    @ConfigProperty(name = "kit.body.max-file-bytes")
    long maxFileBytes;

    @ConfigProperty(name = "kit.body.upload-paths")
    Optional<List<String>> uploadPaths;

    private Semaphore room;
    private Semaphore work;

    @PostConstruct
    void makeRoom() {
        room = new Semaphore(maxBytesTogether);
        work = new Semaphore(maxBytesAtWork);
    }

    void register(@Observes Filters filters) {
        filters.register(this::gather, AFTER_OTHER_FILTERS);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ResteasyReactiveRequestContext inside = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        RoutingContext context = inside.unwrap(RoutingContext.class);
        GatheredBody gathered = GatheredBody.of(context);
        Supplier<InputStream> source = () -> {
            refuseWhatIsWrittenOtherwise(request, context);
            return gathered == null ? inside.serverRequest().createInputStream() : gathered.stream();
        };
        request.setEntityStream(new BodyStream(context, source, isFile(context) ? maxFileBytes : maxBytes));
    }

    private static void refuseWhatIsWrittenOtherwise(ContainerRequestContext request, RoutingContext context) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        BodyForm.fault(encoding, request.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .ifPresent(fault -> {
                    LastAnswer.of(context);
                    throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, fault);
                });
    }

    private void gather(RoutingContext context) {
        long length = BodyStream.statedLength(context);
        boolean hasBody = length > 0 || context.request().getHeader("Transfer-Encoding") != null;
        // One that says that it is too large is not waited for: whoever reads it refuses it.
        if (!hasBody || isFile(context) || length > maxBytes) {
            context.next();
        } else {
            new GatheredBody(context, maxBytes, patience, room, work).gather();
        }
    }

    private boolean isFile(RoutingContext context) {
        return uploadPaths.orElse(List.of()).contains(context.normalizedPath());
    }
}
