package se.skolkvalitet.indicator.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.background.PeerGroups.Candidate;
import se.skolkvalitet.indicator.background.PeerGroups.Group;
import se.skolkvalitet.indicator.background.PeerGroups.Peer;

/** Peer groups of organisers in a row, whose only background is their place in it: from 0 to 13. */
class PeerGroupsTest {
    private static final String KIND = "municipal";

    @Test
    void theNearestAreTheSevenWithTheMostLikeBackground() {
        List<Group> groups = PeerGroups.of(row(14));

        // Of 0 to 13 the variance is (14² − 1) / 12 = 16.25, so that one place is 1 / 4.0311… = 0.248 deviations.
        assertThat(group("O00", groups).peers())
                .containsExactly(
                        peer("O01", "0.248"),
                        peer("O02", "0.496"),
                        peer("O03", "0.744"),
                        peer("O04", "0.992"),
                        peer("O05", "1.240"),
                        peer("O06", "1.488"),
                        peer("O07", "1.736"));
    }

    @Test
    void ofTwoThatAreAsFarTheLowerNumberComesFirst() {
        List<Group> groups = PeerGroups.of(row(14));

        assertThat(group("O06", groups).peers())
                .extracting(Peer::code)
                .containsExactly("O05", "O07", "O04", "O08", "O03", "O09", "O02");
    }

    @Test
    void othersOfAnotherKindAreNoPeersHoweverNear() {
        List<Candidate> row = new ArrayList<>(row(14));
        row.add(new Candidate("P00", "independent", List.of(BigDecimal.ZERO)));

        List<Group> groups = PeerGroups.of(row);

        assertThat(groups).flatExtracting(Group::peers).extracting(Peer::code).doesNotContain("P00");
        assertThat(group("P00", groups).reason()).isEqualTo(PeerReason.KIND);
    }

    @Test
    void whoseKindNobodyHasToldHasNoPeersAndIsNone() {
        List<Candidate> row = new ArrayList<>(row(14));
        IntStream.range(0, 8).forEach(i -> row.add(new Candidate("P0" + i, null, List.of(BigDecimal.valueOf(i)))));

        List<Group> groups = PeerGroups.of(row);

        assertThat(groups.subList(14, 22)).allMatch(group -> group.reason() == PeerReason.KIND);
        assertThat(groups).flatExtracting(Group::peers).extracting(Peer::code).noneMatch(code -> code.startsWith("P"));
    }

    @Test
    void whoLacksAValueOfTheBackgroundTakesNoPart() {
        List<Candidate> row = new ArrayList<>(row(14));
        row.add(new Candidate("O99", KIND, List.of()));

        List<Group> groups = PeerGroups.of(row);

        assertThat(group("O99", groups).reason()).isEqualTo(PeerReason.BACKGROUND);
        assertThat(groups.subList(0, 14)).isEqualTo(PeerGroups.of(row(14)));
    }

    @Test
    void thereAreNoPeersAmongTooFew() {
        List<Group> groups = PeerGroups.of(row(13));

        assertThat(groups).hasSize(13).allMatch(group -> group.reason() == PeerReason.ORGANISERS);
    }

    @Test
    void aVariableThatDoesNotVaryIsLeftOut() {
        List<Candidate> withConstant = row(14).stream()
                .map(one ->
                        new Candidate(one.code(), KIND, List.of(one.background().get(0), BigDecimal.TEN)))
                .toList();

        assertThat(PeerGroups.of(withConstant)).isEqualTo(PeerGroups.of(row(14)));
    }

    @Test
    void organisersThatAreAllTheSameAreAtNoDistance() {
        List<Candidate> same = row(14).stream()
                .map(one -> new Candidate(one.code(), KIND, List.of(BigDecimal.ONE)))
                .toList();

        assertThat(group("O13", PeerGroups.of(same)).peers())
                .extracting(Peer::code)
                .containsExactly("O00", "O01", "O02", "O03", "O04", "O05", "O06");
    }

    private static List<Candidate> row(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Candidate("O%02d".formatted(i), KIND, List.of(BigDecimal.valueOf(i))))
                .toList();
    }

    private static Group group(String organiser, List<Group> groups) {
        return groups.stream()
                .filter(group -> group.organiser().equals(organiser))
                .findFirst()
                .orElseThrow();
    }

    private static Peer peer(String code, String distance) {
        return new Peer(code, new BigDecimal(distance));
    }
}
