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
        return fault(field, code.value());
    }

    public Optional<FieldError> fault(String field, String code) {
        if (known.stream().anyMatch(named -> named.code().equals(code))) {
            return Optional.empty();
        }
        return Optional.of(unknown(field, code));
    }

    /** What is said of a code that is known to be none of these. */
    public FieldError unknown(String field, String code) {
        return new FieldError(field, "unknown", "There is no %s %s%s.".formatted(what, code, nearest(code)));
    }

    /** @throws ProblemException 400 where the code is none of these; one that is left out (null) is no fault */
    public void require(String field, Code code) {
        if (code != null) {
            requireText(field, code.value());
        }
    }

    /** The same for what has a running number and no type of its own. */
    public void requireNumber(String field, long number) {
        requireText(field, String.valueOf(number));
    }

    /** The nearest codes, as the end of a sentence about one that is not right; empty where there are none. */
    public String nearest(String code) {
        List<String> names =
                Nearest.to(code, known).stream().map(KnownCodes::told).toList();
        return names.isEmpty() ? "" : "; the nearest: " + String.join(", ", names);
    }

    private void requireText(String field, String code) {
        fault(field, code).ifPresent(fault -> {
            throw ProblemException.invalid(List.of(fault));
        });
    }

    private static String told(Named named) {
        return named.code().equals(named.name()) ? named.code() : "%s (%s)".formatted(named.code(), named.name());
    }
}
