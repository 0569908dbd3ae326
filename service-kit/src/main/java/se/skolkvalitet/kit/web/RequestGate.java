package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.Problem;
import se.skolkvalitet.kit.problem.ProblemMappers;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Turns away what no resource should see: addresses that are too long, wrongly escaped or hold control characters.
 */
@ApplicationScoped
public class RequestGate {
    /** Before anything decodes the address. */
    private static final int BEFORE_ALL = 1000;

    private static final int LONGEST_TOLD = 200;

    @Inject
    ObjectMapper mapper;

    void register(@Observes Filters filters) {
        filters.register(this::checkAddress, BEFORE_ALL);
    }

    /** The router gives up on a path that it cannot decode before any filter sees it. */
    void answerUndecodable(@Observes Router router) {
        router.errorHandler(ProblemType.INVALID_REQUEST.status(), this::checkAddress);
    }

    private void checkAddress(RoutingContext context) {
        String address = context.request().uri();
        if (address.length() > Address.LONGEST) {
            refuse(
                    context,
                    ProblemType.ADDRESS_TOO_LONG,
                    "An address may have at most %d characters.".formatted(Address.LONGEST),
                    List.of());
            return;
        }
        Optional<FieldError> fault = Address.fault(address);
        if (fault.isPresent()) {
            refuse(context, ProblemType.INVALID_REQUEST, fault.get().message(), List.of(fault.get()));
            return;
        }
        context.next();
    }

    private void refuse(RoutingContext context, ProblemType type, String detail, List<FieldError> errors) {
        String path = context.request().path();
        String instance = path.length() > LONGEST_TOLD ? path.substring(0, LONGEST_TOLD) + "…" : path;
        Problem problem = ProblemMappers.body(type, detail, errors, instance);
        LastAnswer.of(context);
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
