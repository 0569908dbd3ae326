package se.skolkvalitet.indicator.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.stat.StatUtils;
import se.skolkvalitet.indicator.background.PeerGroups.Candidate;
import se.skolkvalitet.indicator.background.PeerGroups.Group;
import se.skolkvalitet.indicator.background.PeerGroups.Peer;

/** What holds of all peer groups: of organisers of two kinds, some without a background, many with the same. */
class PeerGroupsPropertyTest {
    private static final int VARIABLES = 3;

    @Property(tries = 200)
    void doNotDependOnTheOrderOfTheRows(@ForAll("organisers") List<Candidate> organisers, @ForAll Random random) {
        List<Candidate> shuffled = new ArrayList<>(organisers);
        Collections.shuffle(shuffled, random);

        assertThat(byOrganiser(PeerGroups.of(shuffled))).isEqualTo(byOrganiser(PeerGroups.of(organisers)));
    }

    @Property(tries = 200)
    void doNotDependOnTheUnitOfAVariableNorOnWhereItBegins(
            @ForAll("organisers") List<Candidate> organisers,
            @ForAll("factors") BigDecimal factor,
            @ForAll("figures") BigDecimal shift) {
        List<Candidate> changed = organisers.stream()
                .map(one -> one.isComplete()
                        ? withFirst(one, x -> x.multiply(factor).add(shift))
                        : one)
                .toList();

        assertThat(PeerGroups.of(changed)).isEqualTo(PeerGroups.of(organisers));
    }

    @Property(tries = 200)
    void areMadeOfOthersOfTheSameKindTheNearestFirst(@ForAll("organisers") List<Candidate> organisers) {
        Map<String, String> kinds = organisers.stream().collect(Collectors.toMap(Candidate::code, Candidate::kind));

        assertThat(PeerGroups.of(organisers)).allSatisfy(group -> {
            assertThat(group.peers().isEmpty()).isEqualTo(group.reason() != null);
            assertThat(group.peers().size()).isIn(0, PeerGroups.SIZE);
            assertThat(group.peers())
                    .isSortedAccordingTo(Comparator.comparing(Peer::distance))
                    .doesNotHaveDuplicates()
                    .allMatch(peer -> kinds.get(peer.code()).equals(kinds.get(group.organiser())))
                    .noneMatch(peer -> peer.code().equals(group.organiser()));
        });
    }

    @Property(tries = 100)
    void areAsFarAndNoFartherThanOthersByAnotherImplementation(@ForAll("organisers") List<Candidate> organisers) {
        Map<String, double[]> scores = scores(organisers);
        Map<String, String> kinds = organisers.stream().collect(Collectors.toMap(Candidate::code, Candidate::kind));

        assertThat(PeerGroups.of(organisers))
                .filteredOn(group -> group.reason() == null)
                .allSatisfy(group -> {
                    List<Double> expected = scores.keySet().stream()
                            .filter(code -> !code.equals(group.organiser()))
                            .filter(code -> kinds.get(code).equals(kinds.get(group.organiser())))
                            .map(code -> distance(scores.get(code), scores.get(group.organiser())))
                            .sorted()
                            .limit(PeerGroups.SIZE)
                            .toList();
                    for (int i = 0; i < PeerGroups.SIZE; i++) {
                        Peer peer = group.peers().get(i);
                        assertThat(peer.distance().doubleValue()).isCloseTo(expected.get(i), within(0.00051));
                        assertThat(distance(scores.get(peer.code()), scores.get(group.organiser())))
                                .isCloseTo(expected.get(i), within(1e-9));
                    }
                });
    }

    @Provide
    Arbitrary<List<Candidate>> organisers() {
        Arbitrary<List<BigDecimal>> background = figures().list().ofSize(VARIABLES);
        Arbitrary<List<BigDecimal>> perhaps =
                Arbitraries.frequencyOf(Tuple.of(9, background), Tuple.of(1, Arbitraries.just(List.of())));
        return Combinators.combine(Arbitraries.of("municipal", "independent"), perhaps)
                .as((kind, figures) -> new Candidate("", kind, figures))
                .list()
                .ofMinSize(10)
                .ofMaxSize(40)
                .map(PeerGroupsPropertyTest::numbered);
    }

    /** Few of them, so that organisers are often as far from each other. */
    @Provide
    Arbitrary<BigDecimal> figures() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(5))
                .ofScale(1);
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
                .ofScale(2)
                .filter(factor -> factor.signum() != 0);
    }

    private static List<Candidate> numbered(List<Candidate> organisers) {
        return IntStream.range(0, organisers.size())
                .mapToObj(i -> new Candidate(
                        "O%02d".formatted(i),
                        organisers.get(i).kind(),
                        organisers.get(i).background()))
                .toList();
    }

    private static Candidate withFirst(Candidate organiser, Function<BigDecimal, BigDecimal> change) {
        List<BigDecimal> background = new ArrayList<>(organiser.background());
        background.set(0, change.apply(background.get(0)));
        return new Candidate(organiser.code(), organiser.kind(), background);
    }

    private static Map<String, Group> byOrganiser(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::organiser, Function.identity()));
    }

    /** Of those with a background, each variable in standard deviations from its mean. */
    private static Map<String, double[]> scores(List<Candidate> organisers) {
        List<Candidate> complete =
                organisers.stream().filter(Candidate::isComplete).toList();
        Map<String, double[]> scores = new HashMap<>();
        complete.forEach(one -> scores.put(one.code(), new double[VARIABLES]));
        for (int i = 0; i < VARIABLES; i++) {
            int variable = i;
            double[] column = complete.stream()
                    .mapToDouble(one -> one.background().get(variable).doubleValue())
                    .toArray();
            double deviation = Math.sqrt(StatUtils.populationVariance(column));
            for (int row = 0; row < column.length && deviation > 1e-9; row++) {
                scores.get(complete.get(row).code())[variable] = (column[row] - StatUtils.mean(column)) / deviation;
            }
        }
        return scores;
    }

    private static double distance(double[] one, double[] other) {
        return new EuclideanDistance().compute(one, other);
    }
}
