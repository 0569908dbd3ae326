package se.skolkvalitet.stack.mainjob;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom the first round invites: everyone, where there are at most {@value #MOST_FOR_ALL} organisers; otherwise
 * {@value #INVITED}, as many as a round of half a year can meet. These are taken in turn from each kind of organiser in
 * each county, there first the one with the most school units, then the one with the fewest, then the next largest, and
 * so on. So every kind, county and size has its part.
 */
final class FirstRound {
    static final int MOST_FOR_ALL = 500;
    static final int INVITED = 200;

    private FirstRound() {}

    /** An organiser that may be invited. */
    record Candidate(String number, String kind, String county, int units) {
        private String group() {
            return county + kind;
        }
    }

    static boolean isTooLargeForAll(Collection<Candidate> candidates) {
        return candidates.size() > MOST_FOR_ALL;
    }

    static int size(Collection<Candidate> candidates) {
        return isTooLargeForAll(candidates) ? INVITED : candidates.size();
    }

    /** Organisation numbers; the same whatever the order of the candidates. */
    static List<String> invited(Collection<Candidate> candidates) {
        Map<String, Deque<Candidate>> groups = new TreeMap<>();
        candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::units).reversed().thenComparing(Candidate::number))
                .forEach(candidate -> groups.computeIfAbsent(candidate.group(), none -> new ArrayDeque<>())
                        .add(candidate));
        List<String> invited = new ArrayList<>();
        for (boolean largest = true; ; largest = !largest) {
            for (Deque<Candidate> group : groups.values()) {
                if (invited.size() == size(candidates)) {
                    return invited;
                }
                if (!group.isEmpty()) {
                    invited.add((largest ? group.pollFirst() : group.pollLast()).number());
                }
            }
        }
    }
}
