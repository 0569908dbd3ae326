package se.skolkvalitet.indicator.imports;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Under which licence figures may be used, as SPDX names it. That there is such a licence is not asked: the list grows, and
 * {@code LicenseRef-} names those that are not on it.
 */
@Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9][A-Za-z0-9.+-]{0,99}$", maxLength = 100, examples = "CC0-1.0")
public record Licence(String value) implements Code {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,99}");

    private static final String UNKNOWN_TO_OTHERS = "LicenseRef-";

    public Licence {
        if (!NAME.matcher(value).matches()) {
            throw new InvalidValue("pattern", "'%s' is not the SPDX name of a licence, like CC0-1.0", value);
        }
    }

    /** Whether everybody knows what it allows. */
    boolean isKnown() {
        return !value.startsWith(UNKNOWN_TO_OTHERS);
    }
}
