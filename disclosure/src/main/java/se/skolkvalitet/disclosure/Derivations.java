package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks for sums of equations from which a primary cell follows by cells that hardly weigh anything. All primary cells
 * being withheld, such a sum has this one and no other. The equations are solved once for primary cells; what is solved for
 * one and has no other is such a sum, and so is any that comes of it by adding sums that have none. The search adds what
 * makes it lighter.
 */
final class Derivations {
    private static final int MOST_STEPS = 30;
    private static final int MOST_FACTORS = 3;
    private static final double LEAST_GAIN = 1e-9;

    private final Table table;
    private final int cells;
    private final List<Start> starts = new ArrayList<>();
    private final Map<Integer, List<Residues>> neutralByCell = new HashMap<>();

    /** A sum that has one primary cell alone. Which equations are in it is told by coefficients beyond those of the cells. */
    private record Start(int primary, Residues sum) {}

    Derivations(Table table) {
        this.table = table;
        this.cells = table.cells().size();
        List<Residues> rows = new ArrayList<>();
        for (int i = 0; i < table.equations().size(); i++) {
            SortedMap<Integer, Long> marked =
                    new TreeMap<>(table.equations().get(i).coefficients());
            marked.put(cells + i, 1L);
            rows.add(Residues.of(marked));
        }
        List<Residues> left = solveForPrimaries(rows);
        for (Residues neutral : left) {
            for (int i = 0; i < neutral.size() && neutral.cell(i) < cells; i++) {
                neutralByCell
                        .computeIfAbsent(neutral.cell(i), none -> new ArrayList<>())
                        .add(neutral);
            }
        }
    }

    /** Keeps the sums that have one primary cell, and gives those that have none. */
    private List<Residues> solveForPrimaries(List<Residues> rows) {
        List<Residues> neutral = new ArrayList<>(rows);
        Map<Integer, Residues> solved = new TreeMap<>();
        for (int cell = 0; cell < cells; cell++) {
            int primary = cell;
            if (table.cells().get(cell).isPrimary()) {
                Optional<Residues> shortest = neutral.stream()
                        .filter(row -> row.has(primary))
                        .min((one, other) -> Integer.compare(one.size(), other.size()));
                shortest.ifPresent(row -> {
                    Residues unit = row.scaledTo(primary);
                    neutral.remove(row);
                    neutral.replaceAll(other -> other.without(primary, unit));
                    solved.replaceAll((of, other) -> other.without(primary, unit));
                    solved.put(primary, unit);
                });
            }
        }
        solved.forEach((primary, sum) -> {
            if (hasNoOther(primary, sum)) {
                starts.add(new Start(primary, sum));
            }
        });
        return neutral;
    }

    private boolean hasNoOther(int primary, Residues sum) {
        for (int i = 0; i < sum.size() && sum.cell(i) < cells; i++) {
            if (sum.cell(i) != primary && table.cells().get(sum.cell(i)).isPrimary()) {
                return false;
            }
        }
        return true;
    }

    /**
     * One for each primary cell that needs others to be withheld, as light as it is found.
     *
     * @param weights of the free cells
     */
    List<Derivation> lightest(double[] weights) {
        double[] weightsOfAll = new double[cells + table.equations().size()];
        for (int cell = 0; cell < cells; cell++) {
            weightsOfAll[cell] = table.cells().get(cell).isFree() ? weights[cell] : 0;
        }
        List<Derivation> found = new ArrayList<>();
        for (Start start : starts) {
            derivation(start.primary(), lighter(start.sum(), weightsOfAll)).ifPresent(found::add);
        }
        return found;
    }

    private Residues lighter(Residues start, double[] weights) {
        Residues sum = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double least = sum.weight(weights) - LEAST_GAIN;
            Residues added = null;
            long factorOfAdded = 0;
            for (Residues neutral : near(sum)) {
                for (long factor : factors(sum, neutral)) {
                    double weight = sum.weightOfSum(neutral, factor, weights);
                    if (weight < least) {
                        least = weight;
                        added = neutral;
                        factorOfAdded = factor;
                    }
                }
            }
            if (added == null) {
                return sum;
            }
            sum = sum.plus(added, factorOfAdded);
        }
        return sum;
    }

    private Set<Residues> near(Residues sum) {
        Set<Residues> near = new LinkedHashSet<>();
        for (int i = 0; i < sum.size() && sum.cell(i) < cells; i++) {
            near.addAll(neutralByCell.getOrDefault(sum.cell(i), List.of()));
        }
        return near;
    }

    /** Those with which something goes away, a few of them. */
    private Set<Long> factors(Residues sum, Residues neutral) {
        Set<Long> factors = new HashSet<>();
        for (int i = 0; i < neutral.size() && neutral.cell(i) < cells && factors.size() < MOST_FACTORS; i++) {
            if (sum.has(neutral.cell(i))) {
                factors.add(sum.factorWithout(neutral.cell(i), neutral));
            }
        }
        return factors;
    }

    /** Empty where open cells alone tell the primary cell, or where the factors are not whole numbers. */
    private Optional<Derivation> derivation(int primary, Residues sum) {
        SortedMap<Integer, Long> factors = new TreeMap<>();
        BitSet free = new BitSet();
        for (int i = 0; i < sum.size(); i++) {
            if (sum.cell(i) >= cells) {
                factors.put(sum.cell(i) - cells, sum.nearest(i));
            } else if (table.cells().get(sum.cell(i)).isFree()) {
                free.set(sum.cell(i));
            }
        }
        return free.isEmpty() || !holds(primary, factors, free)
                ? Optional.empty()
                : Optional.of(new Derivation(primary, factors, free));
    }

    /** By exact arithmetic: the residues may have stood for fractions. */
    private boolean holds(int primary, SortedMap<Integer, Long> factors, BitSet free) {
        Map<Integer, Long> sum = new HashMap<>();
        factors.forEach((equation, factor) -> table.equations()
                .get(equation)
                .coefficients()
                .forEach((cell, coefficient) -> sum.merge(cell, coefficient * factor, Long::sum)));
        sum.values().removeIf(coefficient -> coefficient == 0);
        return sum.containsKey(primary)
                && sum.keySet().stream()
                        .allMatch(cell -> cell == primary
                                || free.get(cell)
                                || table.cells().get(cell).kind() == Cell.Kind.OPEN);
    }
}
