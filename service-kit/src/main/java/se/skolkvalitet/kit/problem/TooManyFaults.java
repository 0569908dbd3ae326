package se.skolkvalitet.kit.problem;

import jakarta.validation.ValidationException;
import java.util.List;

/** Ends a validation that has found as many faults as an answer tells; validation lets it pass as it is. */
class TooManyFaults extends ValidationException {
    private final transient List<FieldError> errors;

    TooManyFaults(List<FieldError> errors) {
        super("There are more faults than are told.");
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }
}
