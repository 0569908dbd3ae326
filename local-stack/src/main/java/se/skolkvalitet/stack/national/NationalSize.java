package se.skolkvalitet.stack.national;

import se.skolkvalitet.stack.StackRefused;

/**
 * What grows from a seed at the size of the country.
 *
 * <p>The register is always the whole one; only the statistics differ in size. A larger set holds the smaller one of the
 * same seed: more periods add older ones, more measures leave the figures of the first as they are.
 *
 * <p>With all measures a period has some 60,000 observations: the format of Planned educations carries the
 * {@value #MOST_MEASURES} measures of compulsory schools that edition 1 has for it, no sexes, and nothing of other school
 * forms. A load of millions can only be had by periods there, so many more of them are allowed than any register has; in
 * the few periods that there are in life, {@link NationalCsv} has it.
 *
 * @param seed the same seed gives the same bytes
 * @param periods school years of each statistic
 * @param measures how many of the measures, in the order of the edition
 */
public record NationalSize(long seed, int periods, int measures) {
    public static final long USUAL_SEED = 2026;
    public static final int USUAL_PERIODS = 5;
    public static final int MOST_PERIODS = 100;
    public static final int MOST_MEASURES = 20;

    public NationalSize {
        within("stack.periods", periods, MOST_PERIODS);
        within("stack.measures", measures, MOST_MEASURES);
    }

    /**
     * From {@code stack.seed}, {@code stack.periods} and {@code stack.measures}; one that is not given, or empty, has its
     * usual value.
     *
     * @throws StackRefused where one of them is no number or out of its range
     */
    public static NationalSize fromSystemProperties() {
        return new NationalSize(
                number("stack.seed", USUAL_SEED),
                small("stack.periods", USUAL_PERIODS),
                small("stack.measures", MOST_MEASURES));
    }

    private static long number(String property, long usual) {
        String text = System.getProperty(property, "");
        try {
            return text.isBlank() ? usual : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new StackRefused("-D%s must be a whole number, not '%s'.".formatted(property, text));
        }
    }

    /** What is too large for an int is out of every range here, and is told as that. */
    private static int small(String property, int usual) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number(property, usual)));
    }

    private static void within(String property, int value, int most) {
        if (value < 1 || value > most) {
            throw new StackRefused("-D%s must be from 1 to %d, not %d.".formatted(property, most, value));
        }
    }
}
