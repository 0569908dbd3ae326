package se.skolkvalitet.kit.problem;

import java.util.List;

/** Ends a request with a problem. Thrown by rules and resources, answered once by {@link ProblemMappers}. */
public class ProblemException extends RuntimeException {
    /** Faults in one answer. */
    static final int MOST_TOLD = 100;

    private final ProblemType type;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + ".");
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }

    public static ProblemException invalid(String field, String rule, String message) {
        return invalid(List.of(new FieldError(field, rule, message)));
    }

    /** @param errors all that were found; the first hundred are told */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).message() : errors.size() + " faults were found.";
        return errors.size() <= MOST_TOLD
                ? new ProblemException(ProblemType.INVALID_REQUEST, detail, errors)
                : new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "%s The first %d are told.".formatted(detail, MOST_TOLD),
                        errors.subList(0, MOST_TOLD));
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
