package se.skolkvalitet.kit.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import se.skolkvalitet.kit.problem.ProblemMappers;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Tells in {@code Allow} which methods a path has: where it lacks the one that was asked for, and for OPTIONS. The
 * framework tells nothing in the one case, and the methods of the whole class in the other.
 */
class Methods {
    private volatile List<RequestMapper<InitialMatch>> resources;

    @ServerRequestFilter(preMatching = true)
    Response options(ContainerRequestContext request, RoutingContext context) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> methods = of(context.normalizedPath());
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        return Response.ok().header(HttpHeaders.ALLOW, list(methods)).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, UriInfo uri, RoutingContext context) {
        ProblemType type = ProblemType.METHOD_NOT_ALLOWED;
        return Response.fromResponse(ProblemMappers.answer(type, type.title() + ".", List.of(), uri))
                .header(HttpHeaders.ALLOW, list(of(context.normalizedPath())))
                .build();
    }

    private static String list(Set<String> methods) {
        return String.join(", ", methods);
    }

    /** None where there is nothing at the path. */
    private Set<String> of(String path) {
        Set<String> methods = new TreeSet<>();
        for (RequestMapper<InitialMatch> resource : resources()) {
            RequestMatch<InitialMatch> match = resource.map(path);
            if (match != null) {
                String rest = match.remaining.isEmpty() ? "/" : match.remaining;
                mappers(match.value).forEach((method, mapper) -> {
                    if (method != null && mapper.map(rest) != null) {
                        methods.add(method);
                    }
                });
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    private static Map<String, RequestMapper<RuntimeResource>> mappers(InitialMatch resource) {
        return Stream.of(resource.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .findFirst()
                .map(handler -> ((ClassRoutingHandler) handler).getMappers())
                .orElse(Map.of());
    }

    /** Each by itself: a mapper of all of them gives only the one that fits best. */
    private List<RequestMapper<InitialMatch>> resources() {
        if (resources == null) {
            resources = ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                    .map(Methods::alone)
                    .toList();
        }
        return resources;
    }

    private static RequestMapper<InitialMatch> alone(RequestPath<InitialMatch> resource) {
        return new RequestMapper<>(new ArrayList<>(List.of(resource)));
    }
}
