package se.skolkvalitet.regional.register;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an import is about to close: units of the counties that its file has whole, and that it does not list. A file that
 * was cut off, or lacks a county, looks like one of a country that closes its schools, so that many are closed only where
 * the caller says so.
 *
 * @param counties those of which it is about to close any
 */
record Closing(List<OfCounty> counties) {
    /**
     * @param units how many it is about to close
     * @param active how many active units the county has before it
     */
    record OfCounty(String county, long units, long active) {
        /** So that a small county can close a few. */
        private static final long ALWAYS = 10;

        private static final long ONE_IN = 20;

        /** How many a county closes at most without anyone wondering: one in twenty, rounded up, and ten at least. */
        long usual() {
            return Math.max(ALWAYS, (active + ONE_IN - 1) / ONE_IN);
        }

        boolean isUnusual() {
            return units > usual();
        }
    }

    long units() {
        return counties.stream().mapToLong(OfCounty::units).sum();
    }

    /** @param mayClose how many the caller says, of all counties together; null where it says nothing */
    boolean isTooMuch(Integer mayClose) {
        return mayClose == null ? counties.stream().anyMatch(OfCounty::isUnusual) : units() > mayClose;
    }

    /** The counties in words, with more than usual where any has that. */
    String inWords() {
        boolean unusual = isTooMuch(null);
        return counties.stream()
                .filter(county -> county.isUnusual() || !unusual)
                .map(county -> "%d of %d in county %s".formatted(county.units(), county.active(), county.county()))
                .collect(Collectors.joining(", "));
    }
}
