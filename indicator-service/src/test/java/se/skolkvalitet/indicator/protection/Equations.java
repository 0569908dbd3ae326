package se.skolkvalitet.indicator.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums that somebody knows, of counts that he does not; whether another sum follows from them. Modulo a prime: that one seems to
 * follow that does not would take a coincidence of one in a billion.
 *
 * @param <C> a count
 */
final class Equations<C extends Comparable<C>> {
    private static final long PRIME = 2_147_483_647;

    private final List<TreeMap<C, Long>> solved = new ArrayList<>();

    /** @param sum how often each count is in it */
    void add(Map<C, Long> sum) {
        TreeMap<C, Long> rest = rest(sum);
        if (!rest.isEmpty()) {
            long inverse = power(rest.firstEntry().getValue(), PRIME - 2);
            rest.replaceAll((count, factor) -> factor * inverse % PRIME);
            solved.add(rest);
        }
    }

    boolean tell(Map<C, Long> sum) {
        return rest(sum).isEmpty();
    }

    private TreeMap<C, Long> rest(Map<C, Long> sum) {
        TreeMap<C, Long> rest = new TreeMap<>();
        sum.forEach((count, factor) -> rest.put(count, Math.floorMod(factor, PRIME)));
        for (TreeMap<C, Long> known : solved) {
            Long factor = rest.get(known.firstKey());
            if (factor != null) {
                known.forEach((count, of) ->
                        rest.merge(count, (PRIME - factor) * of % PRIME, (one, other) -> (one + other) % PRIME));
                rest.values().removeIf(left -> left == 0);
            }
        }
        return rest;
    }

    private static long power(long base, long exponent) {
        long power = 1;
        for (long left = exponent, square = base; left > 0; left >>= 1, square = square * square % PRIME) {
            power = left % 2 == 1 ? power * square % PRIME : power;
        }
        return power;
    }
}
