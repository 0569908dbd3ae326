package se.skolkvalitet.kit.problem;

import java.util.List;
import java.util.Optional;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.Nearest;
import se.skolkvalitet.kit.text.Nearest.Named;

/**
 * All the codes of a kind that there are. A filter by another, or a reference to it, is a fault that suggests the nearest
 * ones, so that a typing error never looks like an empty result.
 *
 * @param what the kind, as in "There is no office solan"
 */
public record KnownCodes(String what, List<Named> known) {

    public Optional<FieldError> fault(String field, Code code) {
        if (known.stream().anyMatch(named -> named.code().equals(code.value()))) {
            return Optional.empty();
        }
        return Optional.of(
                new FieldError(field, "unknown", "There is no %s %s%s.".formatted(what, code.value(), nearest(code))));
    }

    /** @throws ProblemException 400 where the code is none of these; one that is left out (null) is no fault */
    public void require(String field, Code code) {
        if (code != null) {
            fault(field, code).ifPresent(fault -> {
                throw ProblemException.invalid(List.of(fault));
            });
        }
    }

    private String nearest(Code code) {
        List<String> names = Nearest.to(code.value(), known).stream()
                .map(named -> "%s (%s)".formatted(named.code(), named.name()))
                .toList();
        return names.isEmpty() ? "" : "; the nearest: " + String.join(", ", names);
    }
}
