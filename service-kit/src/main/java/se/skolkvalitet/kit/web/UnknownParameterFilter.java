package se.skolkvalitet.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Refuses a query parameter that the operation does not have, so that a typing error never looks like a filter, and one
 * that is empty, which would be read as if it were not there.
 */
class UnknownParameterFilter {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (method == null || given.isEmpty()) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, UnknownParameterFilter::queryParameters);
        List<FieldError> errors = given.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "unknown-parameter", explain(name, names)))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER, errors.get(0).message(), errors);
        }
        refuseEmpty(request.getUriInfo().getQueryParameters());
    }

    private static void refuseEmpty(Map<String, List<String>> given) {
        List<FieldError> errors = given.entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(String::isEmpty))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new FieldError(
                        name, "empty", "The parameter '%s' is empty; leave it out to ask for all.".formatted(name)))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static String explain(String name, Set<String> names) {
        return names.isEmpty()
                ? "There is no parameter '%s'; this operation takes none.".formatted(name)
                : "There is no parameter '%s'; there are: %s.".formatted(name, String.join(", ", names));
    }

    private static Set<String> queryParameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        names.add(field.getAnnotation(QueryParam.class).value());
                    }
                }
            }
        }
        return names;
    }
}
