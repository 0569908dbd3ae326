package se.skolkvalitet.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Turns whatever ends a request into problem+json, the same in every service, never with a stack trace. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e, UriInfo uri) {
        return answer(e.type(), e.getMessage(), e.errors(), uri);
    }

    @ServerExceptionMapper
    Response invalidValue(InvalidValue e, UriInfo uri) {
        return answer(
                ProblemType.INVALID_REQUEST,
                e.getMessage(),
                List.of(new FieldError("", e.rule(), e.getMessage())),
                uri);
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException e, UriInfo uri) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> fieldError(
                        violation.getPropertyPath(), violation.getConstraintDescriptor(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        return problem(ProblemException.invalid(errors), uri);
    }

    @ServerExceptionMapper
    Response tooManyFaults(TooManyFaults e, UriInfo uri) {
        String detail = "More than %d faults were found; those that were found first are told."
                .formatted(e.errors().size());
        return answer(ProblemType.INVALID_REQUEST, detail, e.errors(), uri);
    }

    /** The second is named because the framework has a mapper of its own for it. */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response json(JacksonException e, UriInfo uri) {
        // The body was refused while it was read.
        if (e.getCause() instanceof ProblemException problem) {
            return problem(problem, uri);
        }
        FieldError fault = JsonFault.of(e);
        // It has the right shape, and breaks a rule of a field.
        if (e.getCause() instanceof InvalidValue) {
            return problem(ProblemException.invalid(List.of(fault)), uri);
        }
        return answer(ProblemType.MALFORMED_JSON, fault.message(), List.of(fault), uri);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JacksonException json) {
            return json(json, uri);
        }
        if (e.getCause() instanceof ProblemException problem) {
            return problem(problem, uri);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            LOG.error("request failed", e);
        }
        ProblemType type = ProblemType.of(status);
        return answer(type, detail(type, uri), List.of(), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        return DatabaseProblem.in(e).map(known -> problem(known, uri)).orElseGet(() -> failure(e, uri));
    }

    private static Response failure(Throwable e, UriInfo uri) {
        LOG.error("request failed", e);
        return answer(
                ProblemType.INTERNAL_ERROR, "The service failed; the trace id leads to the reason.", List.of(), uri);
    }

    public static Response answer(ProblemType type, String detail, List<FieldError> errors, UriInfo uri) {
        return Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, type.retryAfter())
                .entity(body(type, detail, errors, "/" + uri.getPath().replaceFirst("^/", "")))
                .build();
    }

    /** The problem itself, for the few answers that are given before a resource is found. */
    public static Problem body(ProblemType type, String detail, List<FieldError> errors, String instance) {
        String traceId = Span.current().getSpanContext().getTraceId();
        return new Problem(type.uri(), type.title(), type.status(), detail, instance, errors, traceId);
    }

    private static String detail(ProblemType type, UriInfo uri) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing at /" + uri.getPath().replaceFirst("^/", "") + ".";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body with a Content-Type that this operation reads.";
            case NOT_ACCEPTABLE -> "Ask with an Accept header for a representation that this resource has.";
            default -> type.title() + ".";
        };
    }

    static FieldError fieldError(Path place, ConstraintDescriptor<?> constraint, String message) {
        List<String> nodes = StreamSupport.stream(place.spliterator(), false)
                .skip(1)
                .map(Object::toString)
                .filter(node -> !node.startsWith("<"))
                .toList();
        // The name of the Java parameter that holds a body or a group of query parameters means nothing outside.
        String path = isWholeBody(place)
                ? "body"
                : String.join(".", nodes.size() > 1 ? nodes.subList(1, nodes.size()) : nodes);
        String rule = constraint.getAnnotation().annotationType().getSimpleName();
        return new FieldError(path, kebab(rule), message);
    }

    /** Of all parameters of operations only bodies are records without being codes. */
    private static boolean isWholeBody(Path place) {
        Iterator<Path.Node> nodes = place.iterator();
        Path.MethodNode method = nodes.next().as(Path.MethodNode.class);
        int index = nodes.next().as(Path.ParameterNode.class).getParameterIndex();
        Class<?> type = method.getParameterTypes().get(index);
        return !nodes.hasNext() && type.isRecord() && !Code.class.isAssignableFrom(type);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
