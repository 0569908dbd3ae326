package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The set-wise calculation and the rules in Java give the same for made-up worlds. {@code -Dcalculation.worlds} says how
 * many, {@code -Dcalculation.seed} which is the first: one that fails is made again by its seed alone.
 */
@QuarkusTest
class CalculatorPropertyTest {
    private static final int WORLDS = Integer.getInteger("calculation.worlds", 1000);
    private static final long FIRST = Long.getLong("calculation.seed", 1);

    @Inject
    Jdbi jdbi;

    @Inject
    CalculationStore store;

    @Inject
    Calculator calculator;

    @Inject
    TakingOver takingOver;

    @Test
    @Tag("endurance")
    void givesWhatTheRulesGiveInMadeUpWorlds() {
        Calculated rules = new Rules();
        Calculated setWise = new SetWise(jdbi, store, calculator, takingOver);

        LongStream.range(FIRST, FIRST + WORLDS).forEach(seed -> {
            World world = RandomWorld.of(seed);
            var unitByUnit = CompletableFuture.supplyAsync(() -> rules.of(world));
            assertThat(differences(world, setWise.of(world), unitByUnit.join()))
                    .as("seed %d", seed)
                    .isEmpty();
        });
    }

    private static List<String> differences(World world, Map<Key, Outcome> setWise, Map<Key, Outcome> unitByUnit) {
        Map<String, String> formulas =
                world.indicators().stream().collect(Collectors.toMap(World.Indicator::code, World.Indicator::formula));
        return Stream.concat(unitByUnit.keySet().stream(), setWise.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(unitByUnit.get(key), setWise.get(key)))
                .map(key -> "%s: %s is %s unit by unit and %s set-wise"
                        .formatted(formulas.get(key.indicator()), key, unitByUnit.get(key), setWise.get(key)))
                .toList();
    }
}
