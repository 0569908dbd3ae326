package se.skolkvalitet.kit.problem;

import java.net.URI;
import java.util.List;

/** The body of every error answer: RFC 9457 with field errors and the trace to look for in the logs. */
public record Problem(
        URI type, String title, int status, String detail, String instance, List<FieldError> errors, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
