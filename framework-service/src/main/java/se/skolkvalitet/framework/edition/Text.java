package se.skolkvalitet.framework.edition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A text in Swedish and English. */
public record Text(
        @NotBlank(message = "the Swedish text is missing")
        @Size(max = 4000, message = "a text has at most 4000 characters")
        @Pattern(regexp = NO_CONTROL, message = NO_CONTROL_RULE)
        String sv,

        @NotBlank(message = "the English text is missing")
        @Size(max = 4000, message = "a text has at most 4000 characters")
        @Pattern(regexp = NO_CONTROL, message = NO_CONTROL_RULE)
        String en) {
    static final String NO_CONTROL = "[^\\p{Cc}]*";
    static final String NO_CONTROL_RULE = "a text has no control characters";
}
