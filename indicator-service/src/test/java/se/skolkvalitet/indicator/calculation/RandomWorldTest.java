package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.formula.Formula;

/** Random worlds are of use only where all happens in them that the rules tell apart. */
class RandomWorldTest {
    private static final long SEEDS = 200;

    private static final Set<Outcome> OUTCOMES = new HashSet<>();
    private static final Set<String> PERIODS = new HashSet<>();
    private static final Set<String> FORMULAS = new HashSet<>();

    @BeforeAll
    static void calculateThemAll() {
        LongStream.range(0, SEEDS).mapToObj(RandomWorld::of).forEach(world -> {
            Map<Key, Outcome> outcomes = new Rules().of(world);
            OUTCOMES.addAll(outcomes.values());
            outcomes.keySet().forEach(key -> PERIODS.add(key.period()));
            world.indicators().forEach(indicator -> FORMULAS.add(indicator.formula()));
        });
    }

    @Test
    void theSameSeedMakesTheSameWorld() {
        World world = RandomWorld.of(7);

        World again = RandomWorld.of(7);

        assertThat(again).usingRecursiveComparison().isEqualTo(world);
    }

    @Test
    void everyStatusHappens() {
        Set<ValueStatus> statuses = OUTCOMES.stream().map(Outcome::status).collect(Collectors.toSet());

        assertThat(statuses).isEqualTo(EnumSet.allOf(ValueStatus.class));
    }

    @Test
    void everyReasonHappens() {
        Set<ValueReason> reasons =
                OUTCOMES.stream().map(Outcome::reason).filter(Objects::nonNull).collect(Collectors.toSet());

        // What is withheld for others is chosen, and so has no second implementation.
        assertThat(reasons).isEqualTo(EnumSet.complementOf(EnumSet.of(ValueReason.OTHERS)));
    }

    @Test
    void everyKindOfFormulaHappens() {
        Set<Class<?>> kinds = FORMULAS.stream()
                .map(Formula::parse)
                .flatMap(RandomWorldTest::withItsParts)
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(Formula.class.getPermittedSubclasses());
    }

    private static Stream<Formula> withItsParts(Formula formula) {
        Stream<Formula> parts = formula instanceof Formula.Arithmetic arithmetic
                ? Stream.of(arithmetic.left(), arithmetic.right())
                : formula instanceof Formula.Gap gap
                        ? Stream.of(gap.of())
                        : formula instanceof Formula.Spread spread ? Stream.of(spread.of()) : Stream.empty();
        return Stream.concat(Stream.of(formula), parts.flatMap(RandomWorldTest::withItsParts));
    }

    @Test
    void boundsSharesAndEstimatesHappen() {
        assertThat(OUTCOMES)
                .anyMatch(outcome -> outcome.low() != null)
                .anyMatch(outcome -> outcome.roundedShare() != null && outcome.low() == null)
                .anyMatch(outcome -> outcome.estimate() != null)
                .anyMatch(outcome -> outcome.value() != null && outcome.value().signum() < 0);
    }

    @Test
    void valuesStandAmongOthersAndBesideTheSame() {
        Set<Outcome.Standing> standings = OUTCOMES.stream()
                .map(Outcome::standing)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());

        assertThat(standings)
                .anyMatch(standing -> standing.among() == 5)
                .anyMatch(standing -> standing.among() > 5)
                .anyMatch(standing -> standing.range() == null)
                .anyMatch(standing -> standing.range() != null
                        && standing.range().from() < standing.range().to())
                // Of five without equals a percentile is a quarter.
                .anyMatch(standing -> standing.among() == 5 && standing.percentile() % 25 != 0);
    }

    @Test
    void threePeriodsAreTakenTogetherAndSharesHaveIntervals() {
        assertThat(PERIODS).contains("2022/23..2024/25", "2022..2024");
        assertThat(OUTCOMES)
                .anyMatch(outcome -> outcome.intervalLow() != null)
                .anyMatch(outcome -> outcome.intervalLow() != null && outcome.low() != null);
    }

    @Test
    void thereIsAValueOrAStatusThatSaysThatThereIsNone() {
        Set<ValueStatus> withValue = EnumSet.of(ValueStatus.NORMAL, ValueStatus.ESTIMATED, ValueStatus.ROUNDED);

        assertThat(OUTCOMES).allMatch(outcome -> withValue.contains(outcome.status()) == (outcome.value() != null));
    }
}
