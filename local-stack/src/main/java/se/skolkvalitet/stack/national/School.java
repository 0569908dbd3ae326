package se.skolkvalitet.stack.national;

import java.util.Random;

/**
 * A school unit over the years, newest first. How good it is and how many pupils it has moves slowly: a year is much like
 * the one after it. Its grades, and whether it is of Waldorf or has adapted schooling, mean something of compulsory schools
 * alone.
 */
final class School {
    private static final long WHAT_IT_IS = 0;
    private static final long HOW_IT_MOVES = 1;
    private static final double LIKE_THE_YEAR_AFTER = 0.95;
    private static final double NEW_EACH_YEAR = Math.sqrt(1 - LIKE_THE_YEAR_AFTER * LIKE_THE_YEAR_AFTER);
    private static final double GROWTH = 0.04;
    private static final int SMALLEST = 2;
    private static final int LARGEST = 220;

    private final Grades grades;
    private final boolean waldorf;
    private final boolean adapted;
    private final double[] levels;
    private final double[] cohorts;

    /** Which grades it has; one that begins with the first has a preschool class before it. */
    enum Grades {
        TO_3(1, 3),
        TO_6(1, 6),
        TO_9(1, 9),
        FROM_7(7, 9);

        private final int first;
        private final int last;

        Grades(int first, int last) {
            this.first = first;
            this.last = last;
        }

        int first() {
            return first;
        }

        int last() {
            return last;
        }

        boolean has(int grade) {
            return first <= grade && grade <= last;
        }

        boolean hasPreschoolClass() {
            return first == 1;
        }

        /** The preschool class among them. */
        int count() {
            return last - first + 1 + (hasPreschoolClass() ? 1 : 0);
        }
    }

    private School(Grades grades, boolean waldorf, boolean adapted, double[] levels, double[] cohorts) {
        this.grades = grades;
        this.waldorf = waldorf;
        this.adapted = adapted;
        this.levels = levels;
        this.cohorts = cohorts;
    }

    static School of(Unit unit, NationalSize size) {
        Random random = Chance.of(size.seed(), unit.number(), WHAT_IT_IS);
        double draw = random.nextDouble();
        Grades grades =
                draw < 0.10 ? Grades.TO_3 : draw < 0.52 ? Grades.TO_6 : draw < 0.80 ? Grades.TO_9 : Grades.FROM_7;
        double middling = grades == Grades.FROM_7 ? 75 : unit.organiser().isIndependent() ? 18 : 26;
        double cohort = middling * Math.exp(0.6 * random.nextGaussian());
        boolean compulsory = unit.kind() == UnitKind.COMPULSORY;
        boolean waldorf = compulsory && unit.organiser().isIndependent() && random.nextInt(15) == 0;
        boolean adapted = !unit.organiser().isIndependent() && random.nextInt(8) == 0;
        double level = random.nextGaussian();
        Random moves = Chance.of(size.seed(), unit.number(), HOW_IT_MOVES);
        double[] levels = new double[size.periods()];
        double[] cohorts = new double[size.periods()];
        for (int back = 0; back < size.periods(); back++) {
            levels[back] = level;
            cohorts[back] = Math.min(LARGEST, Math.max(SMALLEST, cohort));
            level = LIKE_THE_YEAR_AFTER * level + NEW_EACH_YEAR * moves.nextGaussian();
            cohort *= Math.exp(GROWTH * moves.nextGaussian());
        }
        return new School(grades, waldorf, adapted, levels, cohorts);
    }

    Grades grades() {
        return grades;
    }

    /** Its teachers need no certificate. */
    boolean isWaldorf() {
        return waldorf;
    }

    boolean hasAdapted() {
        return adapted;
    }

    boolean has(int grade) {
        return grade == 0 || grades.has(grade);
    }

    /** In standard deviations, 0 for a middling school. */
    double level(int back) {
        return levels[back];
    }

    /** Pupils in one grade. */
    double cohort(int back) {
        return cohorts[back];
    }

    int pupils(int back) {
        return (int) Math.round(cohorts[back] * grades.count());
    }
}
