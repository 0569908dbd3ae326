package se.skolkvalitet.indicator.release;

/**
 * @param year of its publication
 * @param serial running in the year
 * @param correction 0 of what corrects nothing
 */
record ReleaseNumber(int year, int serial, int correction) {

    /** {@code 2026.1}; {@code 2026.1.2} of its second correction. */
    String text() {
        return correction == 0 ? "%d.%d".formatted(year, serial) : "%d.%d.%d".formatted(year, serial, correction);
    }

    ReleaseNumber nextCorrection() {
        return new ReleaseNumber(year, serial, correction + 1);
    }
}
