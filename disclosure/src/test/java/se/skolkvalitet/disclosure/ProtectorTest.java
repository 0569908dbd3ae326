package se.skolkvalitet.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.Checker;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.certificate.Equation;

@Execution(ExecutionMode.CONCURRENT)
class ProtectorTest {
    private static final int TABLES = Integer.getInteger("disclosure.tables", 1000);
    private static final long SEED = Long.getLong("disclosure.seed", 1);
    private static final int TRIES = 2000;
    private static final int ROUNDS = 30;

    @ParameterizedTest
    @EnumSource
    void provesThatKnownTablesAreProtectedByTheFewestCells(KnownTables known) {
        Table table = known.table();

        Protector.Result result = Protector.protect(table, TRIES, ROUNDS);

        assertThat(result.certificate().cost()).isEqualTo(known.fewest());
        assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                .isEmpty();
    }

    @Test
    void provesThatNobodyCanWorkOutWhatIsPrimary() {
        for (int i = 0; i < TABLES; i++) {
            Table table = RandomTables.of(SEED + i, 12);

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
        }
    }

    /** As how far something is from what was expected. */
    @Test
    void whatLiesOnBothSidesOfZeroIsProtectedByTheEquations() {
        Table table =
                new Table(onBothSidesOfZero(Protection.LEAST), List.of(Equation.ofTotal("sum", 3, List.of(0, 1, 2))));

        Protector.Result result = Protector.protect(table, 100, ROUNDS);

        assertThat(result.certificate().cost()).isEqualTo(1);
        assertThat(result.certificate().costAtLeast()).isEqualTo(1);
        assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                .isEmpty();
    }

    @Test
    void noWidthIsAskedOfWhatLiesBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(onBothSidesOfZero(Protection.ofWidth(BigDecimal.ONE)), List.of()))
                .withMessage("school A is below zero: -3.5");
    }

    private static List<Cell> onBothSidesOfZero(Protection protection) {
        return List.of(
                Cell.primary("school A", new BigDecimal("-3.5"), protection),
                Cell.free("school B", new BigDecimal("5"), 1),
                Cell.free("school C", new BigDecimal("-2"), 2),
                Cell.free("all", new BigDecimal("-0.5"), 10));
    }

    @Test
    void whatStandsInNoEquationIsWithheldAlone() {
        Table table = new Table(
                List.of(Cell.primary("one", BigDecimal.ONE, Protection.LEAST), Cell.free("other", BigDecimal.TEN, 1)),
                List.of());

        Protector.Result result = Protector.protect(table, 100, ROUNDS);

        assertThat(result.suppression().withheld().stream()).containsExactly(0);
        assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                .isEmpty();
    }

    /** There are cells that no equation tells, and that whole numbers or zero do. */
    @Test
    void provesThatNobodyCanWorkItOutWhoKnowsWhatIsWholeAndNotBelowZero() {
        int more = 0;
        for (int i = 0; i < TABLES / 2; i++) {
            Table table = RandomTables.of(SEED + i, 12, Protection.ofWidth(BigDecimal.ONE));
            long least = Suppressor.suppress(RandomTables.of(SEED + i, 12), 100).cost();

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(table, result.certificate());
            more += result.suppression().cost() > least ? 1 : 0;
        }
        assertThat(more).isPositive();
    }

    /** Those who did not reach a goal are not told, but they are not fewer than none: so many at most reached it as there are. */
    @Test
    void whatIsUntoldIsNotBelowZeroEither() {
        Protection width = Protection.ofWidth(BigDecimal.ONE);
        int pinnedOtherwise = 0;
        for (int i = 0; i < TABLES / 5; i++) {
            Table table = RandomTables.ofUntoldRest(SEED + i, 12, width);

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            BitSet withheld = result.suppression().withheld();
            assertThat(Checker.check(table.published(withheld), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(table, result.certificate());
            BitSet unaware =
                    Suppressor.suppress(withoutEquationsOfUntold(table), 100).withheld();
            pinnedOtherwise += (int) Attacker.primaries(table).stream()
                    .filter(cell -> isPinned(table, unaware, cell) && !isPinned(table, withheld, cell))
                    .count();
        }
        assertThat(pinnedOtherwise).isPositive();
    }

    private static Table withoutEquationsOfUntold(Table table) {
        return new Table(
                table.cells(),
                table.equations().stream()
                        .filter(equation ->
                                equation.coefficients().keySet().stream().noneMatch(table.untold()::get))
                        .toList());
    }

    @Test
    void provesThatNoOwnerCanWorkOutWhatIsNotHis() {
        int owners = 0;
        int known = 0;
        for (int i = 0; i < TABLES / 4; i++) {
            Table table = RandomTables.ofOwners(SEED + i, 12);

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertThat(knownToOwners(table, result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .containsExactlyInAnyOrderElementsOf(cannotBeKeptFromOwners(table, result.certificate()));
            known += knownToOwners(table, result.certificate()).size();
            owners += result.certificate().parts().stream()
                    .mapToInt(part -> part.owners().size())
                    .sum();
        }
        assertThat(owners).isPositive();
        assertThat(known).isPositive();
    }

    /** Who knows figures of his own, what is whole, and that nothing is below zero. */
    @Test
    void whatIsPrimaryIsUncertainToOwnersOfOthersToo() {
        Protection width = Protection.ofWidth(BigDecimal.ONE);
        int pinnedOtherwise = 0;
        for (int i = 0; i < TABLES / 5; i++) {
            Table table = RandomTables.ofOwners(SEED + i, 12, width);
            BitSet unaware = Suppressor.suppress(RandomTables.of(SEED + i, 12, width), 100)
                    .withheld();
            unaware.or(Suppressor.suppress(RandomTables.ofOwners(SEED + i, 12), 100)
                    .withheld());

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            BitSet withheld = result.suppression().withheld();
            assertThat(Checker.check(table.published(withheld), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(table, result.certificate());
            for (BitSet own : table.cellsByOwner().values()) {
                for (int cell : Attacker.primaries(table)) {
                    if (!own.get(cell)) {
                        boolean isPinned = isPinned(table, without(own, withheld), cell);
                        assertThat(isPinned && !isPinned(table, without(own, withAllThatMayBe(table)), cell))
                                .as("cell %s of the table of seed %s", cell, SEED + i)
                                .isFalse();
                        pinnedOtherwise += !isPinned && isPinned(table, without(own, unaware), cell) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(pinnedOtherwise).isPositive();
    }

    private static BitSet without(BitSet own, BitSet withheld) {
        BitSet unknown = (BitSet) withheld.clone();
        unknown.andNot(own);
        return unknown;
    }

    /** However short the search is. */
    @Test
    void provesWhatTheFirstChoiceGives() {
        for (int i = 0; i < TABLES / 4; i++) {
            Table table = RandomTables.ofOwners(SEED + i, 12);

            Protector.Result result = Protector.protect(table, i % 2, 1);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
        }
    }

    /** Without choices that tell better what limits a cell. */
    @Test
    void provesWhatTheFirstChoiceGivesToSomebodyWhoKnowsTheRule() {
        for (int i = 0; i < TABLES / 4; i++) {
            Table table = RandomTables.ofKnownRule(SEED + i, 12);

            Protector.Result result = Protector.protect(table, i % 2, 1);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(table, result.certificate());
        }
    }

    /** As the certificate proves it. */
    private static List<String> knownToOwners(Table table, Certificate certificate) {
        return certificate.parts().stream()
                .flatMap(part -> part.open().stream())
                .filter(sum -> !sum.owner().isEmpty())
                .map(sum -> "%s: %s"
                        .formatted(sum.owner(), table.cells().get(sum.primary()).name()))
                .toList();
    }

    /** Whatever were withheld. */
    private static List<String> cannotBeKeptFromOwners(Table table, Certificate certificate) {
        List<Integer> told = Attacker.findsOut(table, table.notOpen());
        List<String> findings = new ArrayList<>();
        for (Certificate.Part part : certificate.parts()) {
            part.owners().keySet().forEach(owner -> {
                BitSet unknown = table.notOpen();
                unknown.andNot(table.cellsByOwner().get(owner));
                Attacker.findsOut(table, unknown).stream()
                        .filter(cell -> part.primary().contains(cell) && !told.contains(cell))
                        .map(cell -> "%s: %s"
                                .formatted(owner, table.cells().get(cell).name()))
                        .forEach(findings::add);
            });
        }
        return findings;
    }

    /** Who knows that each primary cell is from one to four, and no other is, finds out more. */
    @Test
    void provesThatNobodyCanWorkItOutWhoKnowsTheRule() {
        int toldByTheRule = 0;
        for (int i = 0; i < TABLES / 2; i++) {
            Table table = RandomTables.ofKnownRule(SEED + i, 12);
            BitSet unaware = Suppressor.suppress(RandomTables.of(SEED + i, 12, Protection.ofWidth(BigDecimal.ONE)), 100)
                    .withheld();

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(table, result.certificate());
            toldByTheRule += (int) Attacker.primaries(table).stream()
                    .filter(cell -> isPinned(table, unaware, cell)
                            && !isPinned(table, result.suppression().withheld(), cell))
                    .count();
        }
        assertThat(toldByTheRule).isPositive();
    }

    /** What is not told, and is not of few, is none or from five: a gap that no equation has. */
    @Test
    void provesThatNobodyCanWorkItOutWhoKnowsThatRestsAreNotOfFew() {
        int toldByTheGap = 0;
        for (int i = 0; i < TABLES / 10; i++) {
            Table table = RandomTables.ofKnownRuleAndUntoldRest(SEED + i, 12);
            BitSet unaware = Suppressor.suppress(withoutGaps(table), 100).withheld();

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            BitSet withheld = result.suppression().withheld();
            assertThat(Checker.check(result.table().published(withheld), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(result.table(), result.certificate());
            toldByTheGap += (int) Attacker.primaries(table).stream()
                    .filter(cell -> isPinned(table, unaware, cell) && !isPinned(table, withheld, cell))
                    .count();
            assertThat(result.table()).isEqualTo(table);
        }
        assertThat(toldByTheGap).isPositive();
    }

    private static Table withoutGaps(Table table) {
        return new Table(
                table.cells().stream()
                        .map(cell -> cell.ends().orNone() ? cell.lyingBetween(Ends.UNKNOWN) : cell)
                        .toList(),
                table.equations());
    }

    /** Of eight pupils, everybody knows, four are girls, where girls and boys are from one to four. */
    @Test
    void provesWhatOpenFiguresTellToSomebodyWhoKnowsTheRule() {
        int limited = 0;
        for (int i = 0; i < TABLES / 5; i++) {
            Table table = RandomTables.ofKnownRuleAndOpenTotals(SEED + i, 12);

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
            assertIsHopeless(table, result.certificate());
            limited += result.certificate().parts().stream()
                    .mapToInt(part -> part.limits().size())
                    .sum();
        }
        assertThat(limited).isPositive();
    }

    @Test
    void provesThatTheyAreAsWideAsItIsAsked() {
        BigDecimal width = BigDecimal.valueOf(4);
        for (int i = 0; i < TABLES / 5; i++) {
            Table table = RandomTables.of(SEED + i, 8, Protection.ofWidth(width));

            Protector.Result result = Protector.protect(table, 100, ROUNDS);

            assertThat(result.certificate().parts())
                    .allSatisfy(part -> assertThat(part.width()).isEqualTo(width));
            assertThat(Checker.check(table.published(result.suppression().withheld()), result.certificate()))
                    .as("table of seed %s", SEED + i)
                    .isEmpty();
        }
    }

    /** Of cells that are not shown to be as uncertain as they should be, that nothing could make them so. */
    private static void assertIsHopeless(Table table, Certificate certificate) {
        assertThat(certificate.parts()).allSatisfy(part -> {
            assertThat(part.unproven()).allMatch(cell -> isPinned(table, withAllThatMayBe(table), cell));
            assertThat(part.limits()).allMatch(limit -> isPinned(table, withAllThatMayBe(table), limit.primary()));
        });
    }

    private static BitSet withAllThatMayBe(Table table) {
        BitSet withheld = table.neverTold();
        withheld.or(table.free());
        return withheld;
    }

    private static boolean isPinned(Table table, BitSet withheld, int cell) {
        return Math.floor(LinearAttacker.end(table, withheld, cell, true) + 1e-6)
                <= Math.ceil(LinearAttacker.end(table, withheld, cell, false) - 1e-6);
    }

    /** What looks the same gets the same tables, so that these tell nothing of it. */
    @Test
    void tablesThatLookTheSameAreMadeOfWhatIsPublishedAlone() {
        int others = 0;
        for (int i = 0; i < TABLES / 5; i++) {
            Table table = RandomTables.of(SEED + i, 12, Protection.ofWidth(BigDecimal.ONE));
            BitSet withheld = Suppressor.suppress(table, 100).withheld();
            List<SortedMap<Integer, BigDecimal>> tables =
                    WitnessTables.of(table, withheld).tables();
            if (!tables.isEmpty()) {
                Table other = with(table, tables.get(0));
                others += other.equals(table) ? 0 : 1;

                assertThat(WitnessTables.of(other, withheld).tables())
                        .as("table of seed %s", SEED + i)
                        .isEqualTo(tables);
            }
        }
        assertThat(others).isPositive();
    }

    private static Table with(Table table, SortedMap<Integer, BigDecimal> withheld) {
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, table.cells().size()).forEach(number -> {
            Cell cell = table.cells().get(number);
            cells.add(new Cell(
                    cell.name(),
                    withheld.getOrDefault(number, cell.value()),
                    cell.kind(),
                    cell.cost(),
                    cell.protection(),
                    cell.owner(),
                    cell.ends()));
        });
        return new Table(cells, table.equations());
    }
}
