package se.skolkvalitet.indicator.calculation;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that are the same again for the same seed. */
final class Dice {
    /** One whose first choices differ between seeds that follow on each other. */
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
