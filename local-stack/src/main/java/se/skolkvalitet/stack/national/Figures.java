package se.skolkvalitet.stack.national;

import java.util.Random;

/** What the statistics say of a school, with what protects its pupils. */
final class Figures {
    private static final int FEWEST_TOLD = 10;
    private static final int NEARLY_ALL_BUT = 5;
    private static final int MISSING_ONE_IN = 12;
    private static final int AFTER_THE_STREAMS_OF_THE_SCHOOL = 10;
    private static final double PER_LEVEL_OF_POSITIONS = 0.4;
    private static final int MOST_MERIT = 340;
    private static final int MOST_POINTS = 20;

    private final School school;
    private final Statistic statistic;
    private final Random random;
    private final Standing standing;

    private Figures(School school, Statistic statistic, Random random) {
        this.school = school;
        this.statistic = statistic;
        this.random = random;
        this.standing = new Standing(school, random);
    }

    /** One for each period, newest first; none where the school has no pupils that it is about. */
    static Figure[] of(Unit unit, School school, Statistic statistic, NationalSize size) {
        if (!school.has(statistic.grade())) {
            return new Figure[0];
        }
        Random random =
                Chance.of(size.seed(), unit.number(), AFTER_THE_STREAMS_OF_THE_SCHOOL + (long) statistic.ordinal());
        Figures figures = new Figures(school, statistic, random);
        Figure[] all = new Figure[size.periods()];
        for (int back = 0; back < all.length; back++) {
            all[back] = figures.figure(back);
        }
        return all;
    }

    private Figure figure(int back) {
        double level = standing.in(back);
        boolean missing = random.nextInt(MISSING_ONE_IN) == 0;
        return switch (statistic.shape()) {
            case TOTAL -> Figure.about(school.pupils(back));
            case SHARE -> share(taking(back), statistic.around() + statistic.perLevel() * level);
            case AVERAGE -> average(taking(back), statistic.around() + statistic.perLevel() * level);
            case CERTIFIED -> certified(level, missing);
            case PUPILS_PER_TEACHER -> missing ? Figure.MISSING : Figure.of(between(5, 20, 12 + 1.5 * level));
            case SPECIAL_EDUCATORS -> missing ? Figure.MISSING : Figure.of(between(0, 30, 6 + 3 * level));
            case POSITIONS ->
                missing
                        ? Figure.MISSING
                        : Figure.of(Math.max(0, school.pupils(back) / 250.0 * (1 + PER_LEVEL_OF_POSITIONS * level)));
        };
    }

    private int taking(int back) {
        return (int) Math.round(school.cohort(back) * statistic.taking());
    }

    private Figure certified(double level, boolean missing) {
        if (school.isWaldorf()) {
            return Figure.NO_CERTIFICATE_ASKED;
        }
        return missing ? Figure.MISSING : Figure.of(between(20, 100, 72 + 10 * level));
    }

    private static Figure share(int pupils, double percent) {
        if (pupils < FEWEST_TOLD) {
            return Figure.WITHHELD;
        }
        long notReached = Math.round(pupils * (100 - between(5, 100, percent)) / 100);
        boolean few = notReached > 0 && notReached < NEARLY_ALL_BUT;
        return few ? Figure.NEARLY_ALL : Figure.of(100.0 * (pupils - notReached) / pupils);
    }

    private Figure average(int pupils, double points) {
        int most = statistic == Statistic.MERIT_RATING_9 ? MOST_MERIT : MOST_POINTS;
        return pupils < FEWEST_TOLD ? Figure.WITHHELD : Figure.of(between(1, most, points));
    }

    static double between(double least, double most, double value) {
        return Math.min(most, Math.max(least, value));
    }
}
