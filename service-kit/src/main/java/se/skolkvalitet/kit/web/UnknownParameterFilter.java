package se.skolkvalitet.kit.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Refuses a query parameter that the operation does not have, so that a typing error never looks like a filter, one that
 * is empty, which would be read as if it were not there, and one that comes again where one value is taken, of which the
 * others would be passed over.
 */
class UnknownParameterFilter {
    /** Of each method, by name, whether the parameter takes several values. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (method == null || given.isEmpty()) {
            return;
        }
        Map<String, Boolean> several = known.computeIfAbsent(method, UnknownParameterFilter::queryParameters);
        List<FieldError> errors = given.keySet().stream()
                .filter(name -> !several.containsKey(name))
                .sorted()
                .map(name -> new FieldError(name, "unknown-parameter", explain(name, several.keySet())))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER, errors.get(0).message(), errors);
        }
        refuseRepeated(given, several);
        refuseEmpty(given);
    }

    private static void refuseRepeated(Map<String, List<String>> given, Map<String, Boolean> several) {
        List<FieldError> errors = given.entrySet().stream()
                .filter(parameter -> parameter.getValue().size() > 1 && !several.get(parameter.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> new FieldError(
                        name, "repeated", "The parameter '%s' takes one value; send it once.".formatted(name)))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
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

    private static Map<String, Boolean> queryParameters(Method method) {
        Map<String, Boolean> several = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                several.put(parameter.getAnnotation(QueryParam.class).value(), isSeveral(parameter.getType()));
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getFields()) {
                    if (field.isAnnotationPresent(QueryParam.class)) {
                        several.put(field.getAnnotation(QueryParam.class).value(), isSeveral(field.getType()));
                    }
                }
            }
        }
        return several;
    }

    private static boolean isSeveral(Class<?> type) {
        return Collection.class.isAssignableFrom(type);
    }
}
