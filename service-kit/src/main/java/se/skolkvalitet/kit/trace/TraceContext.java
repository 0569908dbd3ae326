package se.skolkvalitet.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** W3C trace context as the text of a {@code traceparent}. */
public final class TraceContext {
    /** Name of the header, and of the CloudEvents extension attribute. */
    public static final String NAME = "traceparent";

    private TraceContext() {}

    /** Of the span that is under way here; null where there is none. */
    public static String current() {
        return of(Span.current());
    }

    private static String of(Span span) {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), carrier, Map::put);
        return carrier.get(NAME);
    }

    /** A context whose spans are children of the one that the text names; the root where it names none. */
    public static Context parent(String traceparent) {
        if (traceparent == null) {
            return Context.root();
        }
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, new Single());
    }

    /** The text is the carrier. */
    private static final class Single implements TextMapGetter<String> {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(NAME);
        }

        @Override
        public String get(String carrier, String key) {
            return NAME.equals(key) ? carrier : null;
        }
    }
}
