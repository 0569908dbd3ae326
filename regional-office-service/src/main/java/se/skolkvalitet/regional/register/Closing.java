package se.skolkvalitet.regional.register;

/**
 * What an import is about to close: units of the counties that its file has whole, and that it does not list. A file that
 * was cut off looks like one of a country that closes its schools, so that many are closed only where the caller says so.
 *
 * @param units how many it is about to close
 * @param active how many active units the counties have before it
 */
record Closing(long units, long active) {
    /** So that a small county can close a few. */
    private static final long ALWAYS = 10;

    private static final long ONE_IN = 20;

    /** @param mayClose how many the caller says; null where it says nothing */
    boolean isTooMuch(Integer mayClose) {
        return units > most(mayClose);
    }

    /** How many it may close. */
    long most(Integer mayClose) {
        return mayClose == null ? Math.max(ALWAYS, roundedUp(active, ONE_IN)) : mayClose;
    }

    private static long roundedUp(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }
}
