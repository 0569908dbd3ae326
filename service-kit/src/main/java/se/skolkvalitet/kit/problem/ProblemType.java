package se.skolkvalitet.kit.problem;

import jakarta.annotation.Nullable;
import java.net.URI;
import java.util.Locale;

/** The kinds of problem that the APIs answer with; {@code docs/problems.md} explains each. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request breaks a rule"),
    MALFORMED_JSON(400, "The body is not the JSON that is expected"),
    UNKNOWN_PARAMETER(400, "The request has a query parameter that does not exist"),
    UNAUTHORIZED(401, "A valid token is needed"),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is no such resource"),
    METHOD_NOT_ALLOWED(405, "The resource does not have this method"),
    NOT_ACCEPTABLE(406, "The resource has no such representation"),
    CONFLICT(409, "The resource is not in a state that allows this"),
    PRECONDITION_FAILED(412, "The resource has changed since it was read"),
    TOO_LARGE(413, "The body is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a media type that is not read here"),
    IDEMPOTENCY_MISMATCH(422, "The Idempotency-Key was used with another request"),
    PRECONDITION_REQUIRED(428, "The write needs If-Match"),
    INTERNAL_ERROR(500, "Something went wrong in the service"),
    UNAVAILABLE(503, "The service cannot answer now");

    private static final int SOON_SECONDS = 5;

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Seconds after which the same request may go well; null where time changes nothing. */
    public @Nullable Integer retryAfter() {
        return this == UNAVAILABLE ? SOON_SECONDS : null;
    }

    public URI uri() {
        return URI.create(
                "urn:skolkvalitet:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The kind that stands for an HTTP status which some library answered with. */
    public static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
