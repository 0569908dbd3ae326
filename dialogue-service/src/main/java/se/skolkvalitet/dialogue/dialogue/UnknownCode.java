package se.skolkvalitet.dialogue.dialogue;

import java.util.List;
import se.skolkvalitet.kit.problem.FieldError;

/** What is said of a filter that names something which is not there, so that a typing error is no empty answer. */
final class UnknownCode {
    private static final int FEW = 20;

    private UnknownCode() {}

    /** @param known what the caller may have meant; told where they are few */
    static FieldError of(String field, String code, List<String> known) {
        String told = known.isEmpty() || known.size() > FEW ? "" : " There are: " + String.join(", ", known) + ".";
        return new FieldError(field, "unknown", "There is no %s '%s'.%s".formatted(field, code, told));
    }
}
