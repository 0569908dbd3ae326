package se.skolkvalitet.kit.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Limits each body to what its path takes: little, except on the paths that take files, which stream to storage. */
@Provider
public class Bodies implements ContainerRequestFilter {
    @ConfigProperty(name = "kit.body.max-bytes")
    long maxBytes;

    @ConfigProperty(name = "kit.body.max-file-bytes")
    long maxFileBytes;

    @ConfigProperty(name = "kit.body.upload-paths")
    Optional<List<String>> uploadPaths;

    @Override
    public void filter(ContainerRequestContext request) {
        ResteasyReactiveRequestContext inside = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        RoutingContext context = inside.unwrap(RoutingContext.class);
        boolean file = uploadPaths.orElse(List.of()).contains(context.normalizedPath());
        request.setEntityStream(new BodyStream(
                context, () -> inside.serverRequest().createInputStream(), file ? maxFileBytes : maxBytes));
    }
}
