package se.skolkvalitet.kit.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What someone may have meant who wrote a code that does not exist: the codes with the fewest letters to change, in the
 * code itself or in its name. Letters that are only large, or have a ring or dots, count as the same.
 */
public final class Nearest {
    private static final int MOST = 3;

    /** Longer than any code or name: comparing it with thousands would take its time, and help nobody. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /** A code that exists, and what it is called. */
    public record Named(String code, String name) {
        /** A code that speaks for itself. */
        public static Named of(String code) {
            return new Named(code, code);
        }
    }

    /**
     * @return the nearest of them, at most three, the nearest first; with as few changes, in the order of their codes; none
     *     to what is longer than anything has a name
     */
    public static List<Named> to(String text, Collection<Named> known) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        String plain = plain(text);
        return known.stream()
                .map(named -> new Candidate(named, distance(plain, named)))
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(candidate -> candidate.named().code()))
                .limit(MOST)
                .map(Candidate::named)
                .toList();
    }

    private record Candidate(Named named, int distance) {}

    private static int distance(String plain, Named named) {
        return Math.min(distance(plain, plain(named.code())), distance(plain, plain(named.name())));
    }

    /** How many letters to add, leave out, change, or swap with the next. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (isSwap(one, i, other, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
