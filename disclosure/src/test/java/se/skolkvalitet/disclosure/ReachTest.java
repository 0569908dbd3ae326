package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000) / 5;
    private static final long SEED = Long.getLong("disclosure.seed", 1);

    @Test
    void isAsFarAsLinearProgrammingGoes() {
        for (int i = 0; i < TABLES; i++) {
            Table table = i % 2 == 0 ? RandomTables.of(SEED + i, 10) : RandomTables.ofKnownRule(SEED + i, 10);
            BitSet withheld = Suppressor.suppress(table, 50).withheld();
            Reach reach = reach(table, withheld);
            for (int primary : Attacker.primaries(table)) {
                String where = "cell %s of the table of seed %s".formatted(primary, SEED + i);
                Reach.End least = reach.least(primary);

                assertThat(isATable(table, reach.values())).as(where).isTrue();
                assertThat(least.value()).as(where).isEqualTo(reach.value(primary));
                assertThat(least.value().doubleValue())
                        .as(where)
                        .isCloseTo(LinearAttacker.end(table, withheld, primary, false), offset(1e-6));
                Reach.End most = reach.most(primary);
                assertThat(isATable(table, reach.values())).as(where).isTrue();
                double highest = LinearAttacker.end(table, withheld, primary, true);
                assertThat(most.isLimited()).as(where).isEqualTo(highest < Double.POSITIVE_INFINITY);
                if (most.isLimited()) {
                    assertThat(most.value().doubleValue()).as(where).isCloseTo(highest, offset(1e-6));
                }
            }
        }
    }

    /** Whatever else is withheld, the end goes no further than those of its limits make room that are withheld. */
    @Test
    void anEndGoesNoFurtherThanItsLimitsMakeRoom() {
        int limited = 0;
        int further = 0;
        Random random = new Random(SEED);
        for (int i = 0; i < TABLES; i++) {
            Table table = i % 2 == 0 ? RandomTables.of(SEED + i, 6) : RandomTables.ofKnownRule(SEED + i, 6);
            BitSet withheld = Suppressor.suppress(table, 50).withheld();
            for (int primary : Attacker.primaries(table)) {
                Reach.End most = reach(table, withheld).most(primary);
                if (most.isLimited()) {
                    limited++;
                    BitSet others = table.primaries();
                    others.or(table.free());
                    double room = 0;
                    for (Reach.Limit limit : most.limits()) {
                        boolean stays = limit.room() == null || random.nextBoolean();
                        others.set(limit.cell(), !stays);
                        room += stays ? 0 : limit.room().doubleValue();
                    }
                    others.or(withheld);
                    double end = LinearAttacker.end(table, others, primary, true);
                    assertThat(end)
                            .as("cell %s of the table of seed %s", primary, SEED + i)
                            .isLessThanOrEqualTo(most.value().doubleValue() + room + 1e-6);
                    further += end > most.value().doubleValue() + 1e-6 ? 1 : 0;
                }
            }
        }
        assertThat(limited).isPositive();
        assertThat(further).isPositive();
    }

    /** To be withheld, which what is withheld already cannot be. */
    @Test
    void limitsArePublished() {
        int atItsEnd = 0;
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.ofKnownRule(SEED + i, 10);
            BitSet withheld = Suppressor.suppress(table, 50).withheld();
            for (int primary : Attacker.primaries(table)) {
                for (Reach.End end : List.of(
                        reach(table, withheld).least(primary),
                        reach(table, withheld).most(primary))) {
                    assertThat(end.limits())
                            .as("cell %s of the table of seed %s", primary, SEED + i)
                            .noneMatch(limit -> withheld.get(limit.cell()));
                    BitSet own = table.free();
                    own.and(withheld);
                    atItsEnd += end.cells().intersects(own) ? 1 : 0;
                }
            }
        }
        assertThat(atItsEnd).isPositive();
    }

    private static Reach reach(Table table, BitSet withheld) {
        Incidence incidence = new Incidence(table);
        Telling telling = new Telling(table, incidence);
        return Reach.of(table, incidence, telling, telling.everybody(withheld)).orElseThrow();
    }

    private static boolean isATable(Table table, Map<Integer, BigFraction> withheld) {
        return withheld.values().stream().noneMatch(value -> value.signum() < 0)
                && table.equations().stream()
                        .allMatch(equation -> equation.coefficients().entrySet().stream()
                                        .map(term -> withheld.getOrDefault(
                                                        term.getKey(),
                                                        new BigFraction(table.cells()
                                                                .get(term.getKey())
                                                                .value()
                                                                .longValueExact()))
                                                .multiply(term.getValue()))
                                        .reduce(BigFraction.ZERO, BigFraction::add)
                                        .signum()
                                == 0);
    }
}
