package se.skolkvalitet.indicator.background;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** For each organiser the nearest of its kind by their background, by the rules of {@code docs/calculation.md}. */
final class PeerGroups {
    /** Peers of an organiser. */
    static final int SIZE = 7;

    /** Organisers of all kinds that must have all of the background, for standard deviations to mean something. */
    static final int LEAST = 2 * SIZE;

    private static final Comparator<Neighbour> NEAREST_FIRST = Comparator.comparing(Neighbour::farness)
            .thenComparing(neighbour -> neighbour.organiser().code());

    private final List<Candidate> complete;
    private final Standardised standardised;

    /**
     * An organiser in the period in which organisers are compared.
     *
     * @param kind null where nobody has told it
     * @param background a value of each variable; empty where it lacks one
     */
    record Candidate(String code, String kind, List<BigDecimal> background) {
        boolean isComplete() {
            return !background.isEmpty();
        }
    }

    /** @param distance in standard deviations */
    record Peer(String code, BigDecimal distance) {}

    /**
     * @param peers the nearest first
     * @param reason why there are none; null where there are
     */
    record Group(String organiser, List<Peer> peers, PeerReason reason) {}

    private record Neighbour(Candidate organiser, BigDecimal farness) {}

    private PeerGroups(List<Candidate> complete) {
        this.complete = complete;
        this.standardised =
                Standardised.over(complete.stream().map(Candidate::background).toList());
    }

    static List<Group> of(List<Candidate> organisers) {
        PeerGroups groups =
                new PeerGroups(organisers.stream().filter(Candidate::isComplete).toList());
        return organisers.stream().map(groups::group).toList();
    }

    private Group group(Candidate organiser) {
        if (complete.size() < LEAST) {
            return none(organiser, PeerReason.ORGANISERS);
        }
        if (!organiser.isComplete()) {
            return none(organiser, PeerReason.BACKGROUND);
        }
        List<Peer> nearest = others(organiser)
                .map(other -> new Neighbour(other, standardised.farness(organiser.background(), other.background())))
                .sorted(NEAREST_FIRST)
                .limit(SIZE)
                .map(near -> new Peer(near.organiser().code(), standardised.distance(near.farness())))
                .toList();
        return nearest.size() < SIZE ? none(organiser, PeerReason.KIND) : new Group(organiser.code(), nearest, null);
    }

    private Stream<Candidate> others(Candidate organiser) {
        return complete.stream()
                .filter(other -> other.kind() != null && other.kind().equals(organiser.kind()))
                .filter(other -> !other.code().equals(organiser.code()));
    }

    private static Group none(Candidate organiser, PeerReason reason) {
        return new Group(organiser.code(), List.of(), reason);
    }
}
