package se.skolkvalitet.stack.national;

import java.util.Random;

/** How a school unit stands in one statistic: as it does on the whole, but for something of its own, and chance each year. */
final class Standing {
    private static final double OF_ITS_OWN = 0.4;
    private static final double YEARLY = 0.2;

    private final School school;
    private final Random random;
    private final double ofItsOwn;

    Standing(School school, Random random) {
        this.school = school;
        this.random = random;
        this.ofItsOwn = OF_ITS_OWN * random.nextGaussian();
    }

    /** In standard deviations, 0 for a middling school. Asked for once each year, the newest first. */
    double in(int back) {
        return school.level(back) + ofItsOwn + YEARLY * random.nextGaussian();
    }
}
