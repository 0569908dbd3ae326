package se.skolkvalitet.kit.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import se.skolkvalitet.kit.trace.TraceContext;

/** Tells in every answer, also in those that no resource gave, which trace to look for. */
@ApplicationScoped
public class TraceHeader {
    private static final int BEFORE_OTHER_FILTERS = 1000;

    void register(@Observes Filters filters) {
        filters.register(this::tell, BEFORE_OTHER_FILTERS);
    }

    private void tell(RoutingContext context) {
        String traceparent = TraceContext.current();
        if (traceparent != null) {
            context.response().putHeader(TraceContext.NAME, traceparent);
        }
        context.next();
    }
}
