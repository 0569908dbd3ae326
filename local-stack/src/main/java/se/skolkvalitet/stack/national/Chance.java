package se.skolkvalitet.stack.national;

import java.util.Random;

/** Streams of chance that do not depend on each other: what is drawn for one unit moves nothing for another. */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private Chance() {}

    /** @param which what the stream is for; streams for different things look unrelated */
    static Random of(long seed, long... which) {
        long mixed = mix(seed);
        for (long one : which) {
            mixed = mix(mixed + GOLDEN * (one + 1));
        }
        return new Random(mixed);
    }

    /** Spreads neighbouring numbers over all bits (the finaliser of SplitMix64). */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * FIRST;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND;
        return mixed ^ (mixed >>> 31);
    }
}
