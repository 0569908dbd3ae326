package se.skolkvalitet.stack.national;

/**
 * Numbers with a right check digit that nobody has: they begin with 9900, but the third digit of an organisation number
 * is never under 2, and a personal number has no month 00. The small sample has those under 990001, these come after.
 */
final class OrganisationNumbers {
    private OrganisationNumbers() {}

    /** @param ordinal from 1 */
    static String of(int ordinal) {
        String nine = "99001%04d".formatted(ordinal);
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int digit = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return nine + (10 - sum % 10) % 10;
    }
}
