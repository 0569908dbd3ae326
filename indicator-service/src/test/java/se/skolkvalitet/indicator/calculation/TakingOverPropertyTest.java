package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.calculation.SetWise.Following;

/**
 * A calculation that takes over from an earlier one gives, to the last digit, what it gives where it makes everything anew.
 * {@code -Dcalculation.changes} says how many changes of made-up worlds are tried, {@code -Dcalculation.seed} which is the
 * first.
 */
@QuarkusTest
class TakingOverPropertyTest {
    private static final int CHANGES = Integer.getInteger("calculation.changes", 150);
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
    void givesWhatAFullCalculationGives() {
        SetWise setWise = new SetWise(jdbi, store, calculator, takingOver);

        List<Following> tried = LongStream.range(FIRST, FIRST + CHANGES)
                .mapToObj(seed -> tried(setWise, seed))
                .toList();

        assertThat(tried)
                .as("changes of which some is taken over and some made anew")
                .filteredOn(one -> one.takenOver() > 0 && one.takenOver() < one.values())
                .hasSizeGreaterThan(CHANGES / 3);
    }

    private static Following tried(SetWise setWise, long seed) {
        RandomChange.Worlds worlds = RandomChange.of(seed);
        Following following = setWise.following(worlds.before(), worlds.after());
        assertThat(following.differences()).as("seed %d: %s", seed, worlds).isEmpty();
        return following;
    }
}
