package se.skolkvalitet.framework.edition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import se.skolkvalitet.kit.text.TextRules;

/** A text in Swedish and English. */
public record Text(
        @NotNull(message = "the Swedish text is missing")
        @Size(max = 4000, message = "a text has at most 4000 characters")
        @Pattern(regexp = TextRules.PROSE, message = TextRules.PROSE_IN_WORDS)
        String sv,

        @NotNull(message = "the English text is missing")
        @Size(max = 4000, message = "a text has at most 4000 characters")
        @Pattern(regexp = TextRules.PROSE, message = TextRules.PROSE_IN_WORDS)
        String en) {}
