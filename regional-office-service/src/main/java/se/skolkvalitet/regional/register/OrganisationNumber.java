package se.skolkvalitet.regional.register;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/**
 * Organisationsnummer: ten digits, the last a check digit over the others by the Luhn formula (as the Swedish Tax
 * Agency describes it). Written without a hyphen.
 */
@Schema(type = SchemaType.STRING, pattern = "^[0-9]{10}$", examples = "2120000142")
public record OrganisationNumber(String value) implements Code {
    private static final int DIGITS = 10;

    public OrganisationNumber {
        if (!value.matches("[0-9]{10}")) {
            throw new InvalidValue("pattern", "'%s' is not an organisation number of ten digits", value);
        }
        if (checkDigit(value) != value.charAt(DIGITS - 1) - '0') {
            throw new InvalidValue("check-digit", "The organisation number '%s' has a wrong check digit", value);
        }
    }

    private static int checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            int digit = (number.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
