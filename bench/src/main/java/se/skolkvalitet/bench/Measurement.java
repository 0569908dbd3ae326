package se.skolkvalitet.bench;

/**
 * One line of the results.
 *
 * @param id stays the same from run to run, so that they can be compared
 * @param title what was done
 * @param yardstick what it is held against
 * @param figures of both
 * @param measured how, and on how much
 * @param gap what would bring ours nearer to the yardstick
 */
record Measurement(String id, String title, String yardstick, Figures figures, String measured, String gap) {}
