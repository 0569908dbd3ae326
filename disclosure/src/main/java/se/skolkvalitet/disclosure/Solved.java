package se.skolkvalitet.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The equations of a table solved for the cells that somebody does not know, modulo a prime: one after the other is solved for
 * one of these, and it is taken out of those that are left. What stands in one equation alone comes first, as that makes no other
 * longer, and then the shortest.
 *
 * <p>By it one goes two ways. Backwards: cells for which none is solved are changed by numbers of chance, and the others by what
 * follows; where the change is zero, the cell is told by what is known. Forwards: which equations tell it, each times its
 * factor.
 */
final class Solved {
    private static final int MOST_STEP = Integer.MAX_VALUE - 1;
    private static final long SEED = 1;
    private static final int NONE = -1;
    private static final int FEW = 16;
    private static final int WITHOUT_STEP = 1 << 30;

    private final Incidence incidence;
    private final BitSet unknown;
    private final List<Integer> equations = new ArrayList<>();
    private final int[] rowOf;
    private final IndexedRows left;
    private final List<Step> steps = new ArrayList<>();
    private final int[] stepOf;
    private final List<Integer> stepOfRow = new ArrayList<>();
    private final List<List<Used>> usedIn = new ArrayList<>();
    private final List<List<UsedBy>> usedBy = new ArrayList<>();
    private final Deque<Integer> alone = new ArrayDeque<>();

    private final ShortestFirst shortest = new ShortestFirst();
    private long[] change;

    /** In the order of steps, after which come cells for which no equation is solved, from this place on. */
    private final int firstOther;

    private final Accumulator missing;

    /** The steps that were last taken, each with its factor. */
    private int[] taken = new int[FEW];

    private long[] takenTimes = new long[FEW];
    private int takenCount;

    /** By equation. */
    private final Accumulator factors;

    /** An equation that is solved for a cell: what was left of it then. */
    private record Step(int cell, int row, Residues terms) {}

    /**
     * A step, for whoever takes it without residues.
     *
     * @param equation that is solved
     * @param cell for which it is
     * @param before the steps whose cells have to be taken out of it before, in this order
     */
    record Order(int equation, int cell, List<Integer> before) {}

    /** What was added to an equation before it was solved itself: another, as it was solved, times a factor. */
    private record Used(int step, long factor) {}

    /** To what an equation, as it was solved, was added, times a factor. */
    private record UsedBy(int row, long factor) {}

    /** @param unknown no equation that has any of them may have cells that are not known and not among them */
    Solved(Incidence incidence, BitSet unknown) {
        this.incidence = incidence;
        this.unknown = (BitSet) unknown.clone();
        this.stepOf = new int[incidence.cells()];
        this.rowOf = new int[incidence.equations()];
        this.firstOther = incidence.equations();
        this.missing = new Accumulator(incidence.equations() + incidence.cells());
        this.factors = new Accumulator(incidence.equations());
        Arrays.fill(stepOf, NONE);
        Arrays.fill(rowOf, NONE);
        int[] linked = incidence.equationsOf(unknown);
        this.left = new IndexedRows(linked.length, incidence.cells());
        for (int equation : linked) {
            int row = row(equation);
            left.set(row, incidence.equation(equation).at(unknown));
            shortest.add(row, left.get(row).size());
        }
        unknown.stream().filter(cell -> left.count(cell) == 1).forEach(alone::add);
        while (solveForOneThatIsAlone() || solveTheShortest()) {}
    }

    private boolean solveForOneThatIsAlone() {
        while (!alone.isEmpty()) {
            int cell = alone.poll();
            if (left.count(cell) == 1) {
                solve(left.with(cell)[0], cell);
                return true;
            }
        }
        return false;
    }

    private boolean solveTheShortest() {
        int row = shortest.take(one -> left.get(one).size());
        if (row == ShortestFirst.NONE) {
            return false;
        }
        solve(row, rarestOf(left.get(row)));
        return true;
    }

    private int rarestOf(Residues terms) {
        int rarest = terms.cell(0);
        for (int i = 1; i < terms.size(); i++) {
            if (left.count(terms.cell(i)) < left.count(rarest)) {
                rarest = terms.cell(i);
            }
        }
        return rarest;
    }

    private void solve(int row, int cell) {
        Residues terms = left.get(row);
        left.set(row, Residues.NONE);
        take(new Step(cell, row, terms));
        for (int other : left.with(cell)) {
            Residues before = left.get(other);
            long factor = before.factorWithout(cell, terms);
            left.set(other, before.plus(terms, factor));
            use(stepOf[cell], other, factor);
            if (left.get(other).size() < before.size()) {
                shortest.add(other, left.get(other).size());
            }
        }
        for (int i = 0; i < terms.size(); i++) {
            if (left.count(terms.cell(i)) == 1) {
                alone.add(terms.cell(i));
            }
        }
    }

    private int row(int equation) {
        if (rowOf[equation] == NONE) {
            rowOf[equation] = equations.size();
            equations.add(equation);
            stepOfRow.add(NONE);
            usedIn.add(new ArrayList<>(0));
        }
        return rowOf[equation];
    }

    private void take(Step step) {
        stepOf[step.cell()] = steps.size();
        stepOfRow.set(step.row(), steps.size());
        steps.add(step);
        usedBy.add(new ArrayList<>(0));
    }

    /** Notes that a step's equation, as it was solved, is added to another, times a factor. */
    private void use(int step, int row, long factor) {
        usedIn.get(row).add(new Used(step, factor));
        usedBy.get(step).add(new UsedBy(row, factor));
    }

    /**
     * From now on this cell is not known either: it comes into all equations to which those have been added that have it, and one
     * of which nothing was left is solved for it.
     */
    void forget(int cell) {
        unknown.set(cell);
        change = null;
        NavigableMap<Integer, Long> coming = new TreeMap<>();
        for (int equation : incidence.equationsOf(cell)) {
            add(coming, place(row(equation)), incidence.equation(equation).at(cell));
        }
        while (!coming.isEmpty()) {
            Map.Entry<Integer, Long> first = coming.pollFirstEntry();
            Residues term = Residues.NONE.plus(Residues.of(cell), first.getValue());
            if (first.getKey() < WITHOUT_STEP) {
                Step step = steps.get(first.getKey());
                steps.set(
                        first.getKey(),
                        new Step(step.cell(), step.row(), step.terms().plus(term, 1)));
                usedBy.get(first.getKey())
                        .forEach(by -> add(coming, place(by.row()), Residues.multiply(first.getValue(), by.factor())));
            } else if (stepOf[cell] == NONE) {
                take(new Step(cell, first.getKey() - WITHOUT_STEP, term));
            } else {
                use(
                        stepOf[cell],
                        first.getKey() - WITHOUT_STEP,
                        term.factorWithout(cell, steps.get(stepOf[cell]).terms()));
            }
        }
    }

    /** In the order in which equations are gone through; those without a step come last. */
    private int place(int row) {
        return stepOfRow.get(row) == NONE ? WITHOUT_STEP + row : stepOfRow.get(row);
    }

    /** The steps as they were taken. */
    List<Order> order() {
        return steps.stream()
                .map(step -> new Order(
                        equations.get(step.row()),
                        step.cell(),
                        usedIn.get(step.row()).stream().map(Used::step).toList()))
                .toList();
    }

    /** Whether the cell is told by what is known; hardly ever of one that is not. */
    boolean tells(int cell) {
        if (change == null) {
            change = change(new Random(SEED));
        }
        return unknown.get(cell) && change[cell] == 0;
    }

    /** A change that no equation notices, by cell, modulo the prime. It is zero at a cell that is told, and else hardly ever. */
    long[] change(Random random) {
        long[] change = new long[incidence.cells()];
        unknown.stream()
                .filter(cell -> stepOf[cell] == NONE)
                .forEach(cell -> change[cell] = 1 + random.nextInt(MOST_STEP));
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            change[step.cell()] = Residues.multiply(
                    Residues.residue(-step.terms().times(change)),
                    Residues.inverse(step.terms().at(step.cell())));
        }
        return change;
    }

    /** The equations that tell a cell by what is known, each with its factor modulo the prime; empty where none do. */
    Optional<Residues> equationsThatTell(int cell) {
        return equationsThatTell(Residues.of(cell));
    }

    /** The same of a sum of unknown cells. */
    Optional<Residues> equationsThatTell(Residues sum) {
        return inOthers(sum).size() == 0 ? Optional.of(asTheyWere()) : Optional.empty();
    }

    /** A sum of unknown cells, told by those for which no equation is solved: no change makes a difference between the two. */
    Residues inOthers(Residues sum) {
        takenCount = 0;
        for (int i = 0; i < sum.size(); i++) {
            missing.add(placeOfCell(sum.cell(i)), sum.value(i));
        }
        // Cells for which none is solved come after all steps: nothing takes them away.
        for (int next = missing.first(0); 0 <= next && next < firstOther; next = missing.first(next)) {
            Step step = steps.get(next);
            long factor = Residues.multiply(
                    missing.take(next), Residues.inverse(step.terms().at(step.cell())));
            remember(next, factor);
            long less = Residues.residue(-factor);
            for (int i = 0; i < step.terms().size(); i++) {
                int other = step.terms().cell(i);
                if (other != step.cell()) {
                    missing.add(
                            placeOfCell(other),
                            Residues.multiply(less, step.terms().value(i)));
                }
            }
        }
        return missing.takeAll(firstOther);
    }

    private void remember(int step, long factor) {
        if (takenCount == taken.length) {
            taken = Arrays.copyOf(taken, 2 * takenCount);
            takenTimes = Arrays.copyOf(takenTimes, 2 * takenCount);
        }
        taken[takenCount] = step;
        takenTimes[takenCount++] = factor;
    }

    private int placeOfCell(int cell) {
        return stepOf[cell] == NONE ? firstOther + cell : stepOf[cell];
    }

    /** Takes out of the equations of the steps that are taken what was added to them before they were solved. */
    private Residues asTheyWere() {
        for (int i = 0; i < takenCount; i++) {
            missing.add(taken[i], takenTimes[i]);
        }
        for (int last = missing.last(); last != Accumulator.NONE; last = missing.last()) {
            int row = steps.get(last).row();
            long factor = missing.take(last);
            factors.add(equations.get(row), factor);
            usedIn.get(row).forEach(used -> missing.add(used.step(), Residues.multiply(factor, used.factor())));
        }
        return factors.takeAll(0);
    }

    private static void add(Map<Integer, Long> sum, int key, long value) {
        sum.merge(key, value, Residues::add);
        sum.remove(key, 0L);
    }
}
