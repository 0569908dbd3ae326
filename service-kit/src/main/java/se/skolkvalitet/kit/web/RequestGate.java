package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.Problem;
import se.skolkvalitet.kit.problem.ProblemMappers;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Turns away what no resource should see: addresses that are too long, wrongly escaped or hold control characters, paths
 * with an empty segment, and a Host that is none. Answers with a problem, too, what fails on its way to a resource.
 */
@ApplicationScoped
public class RequestGate {
    private static final Logger LOG = Logger.getLogger(RequestGate.class);

    /** Before anything decodes the address. */
    private static final int BEFORE_ALL = 1000;

    /** After the resources' own, and before that of the server, which answers with pages and texts. */
    private static final int LAST_BUT_ONE = 30_000;

    private static final int LONGEST_TOLD = 200;

    @Inject
    ObjectMapper mapper;

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL);
        filters.register(RequestGate::passOverLanguages, BEFORE_ALL);
    }

    void answerWhatFails(@Observes Router router) {
        router.route().order(LAST_BUT_ONE).failureHandler(this::answerFailure);
        // The router gives up on a path that it cannot decode before any filter sees it.
        router.errorHandler(ProblemType.INVALID_REQUEST.status(), this::check);
    }

    private void check(RoutingContext context) {
        String address = context.request().uri();
        if (address.length() > Address.LONGEST) {
            refuse(
                    context,
                    ProblemType.ADDRESS_TOO_LONG,
                    "An address may have at most %d characters.".formatted(Address.LONGEST),
                    List.of());
            return;
        }
        String path = path(context);
        // The router would take the slashes for one.
        if (path.contains("//")) {
            refuse(context, ProblemType.NOT_FOUND, "There is nothing at %s.".formatted(shown(path)), List.of());
            return;
        }
        Optional<FieldError> fault = Address.fault(address).or(() -> faultOfHost(context));
        if (fault.isPresent()) {
            refuse(context, ProblemType.INVALID_REQUEST, fault.get().message(), List.of(fault.get()));
            return;
        }
        context.next();
    }

    /** Languages that cannot be read count as none; validation, which words its messages by them, would fail. */
    private static void passOverLanguages(RoutingContext context) {
        MultiMap headers = context.request().headers();
        try {
            headers.getAll(HttpHeaders.ACCEPT_LANGUAGE).forEach(Locale.LanguageRange::parse);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        context.next();
    }

    private static Optional<FieldError> faultOfHost(RoutingContext context) {
        HttpServerRequest request = context.request();
        // Load balancers probe with HTTP/1.0 and name no host; answers of the API hold addresses, which need one.
        boolean probe = request.version() == HttpVersion.HTTP_1_0
                && request.getHeader("Host") == null
                && request.path().startsWith("/q/");
        return probe || isHost(request)
                ? Optional.empty()
                : Optional.of(new FieldError("Host", "host", "Send a Host: a name or address, and a port at most."));
    }

    private static boolean isHost(HttpServerRequest request) {
        HostAndPort host = request.authority();
        if (host == null || host.host().isEmpty()) {
            return false;
        }
        try {
            new URI("http://" + request.getHeader("Host"));
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void answerFailure(RoutingContext context) {
        Throwable failure = context.failure();
        // The server knows what to do with those who may not, and with an answer that has begun.
        if (failure instanceof SecurityException || context.response().headWritten()) {
            context.next();
            return;
        }
        Optional<FieldError> fault = faultOfHost(context);
        if (fault.isPresent()) {
            refuse(context, ProblemType.INVALID_REQUEST, fault.get().message(), List.of(fault.get()));
            return;
        }
        ProblemType type = failure instanceof RejectedExecutionException
                ? ProblemType.UNAVAILABLE
                : ProblemType.of(context.statusCode());
        if (type == ProblemType.INTERNAL_ERROR && !(failure instanceof IOException)) {
            LOG.error("request failed", failure);
        }
        refuse(context, type, type.title() + ".", List.of());
    }

    private void refuse(RoutingContext context, ProblemType type, String detail, List<FieldError> errors) {
        Problem problem = ProblemMappers.body(type, detail, errors, shown(path(context)));
        LastAnswer.of(context);
        if (type.retryAfter() != null) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(type.retryAfter()));
        }
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    private static String path(RoutingContext context) {
        return Optional.ofNullable(context.request().path()).orElse("");
    }

    private static String shown(String path) {
        return path.length() > LONGEST_TOLD ? path.substring(0, LONGEST_TOLD) + "…" : path;
    }
}
