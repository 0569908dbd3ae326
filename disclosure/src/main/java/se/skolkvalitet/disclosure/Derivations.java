package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final List<TellingSum> starts = new ArrayList<>();
    private final Map<Integer, List<Residues>> neutralByCell = new HashMap<>();

    Derivations(Table table) {
        this.table = table;
        List<Residues> left = solveForPrimaries(table.equations().stream()
                .map(equation -> Residues.of(equation.coefficients()))
                .toList());
        for (Residues neutral : left) {
            for (int i = 0; i < neutral.size(); i++) {
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
        for (int cell = 0; cell < table.cells().size(); cell++) {
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
                starts.add(TellingSum.of(table, primary, sum));
            }
        });
        return neutral;
    }

    private boolean hasNoOther(int primary, Residues sum) {
        for (int i = 0; i < sum.size(); i++) {
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
    List<TellingSum> lightest(double[] weights) {
        double[] weightsOfFree = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            weightsOfFree[cell] = table.cells().get(cell).isFree() ? weights[cell] : 0;
        }
        return starts.stream()
                .filter(start -> !start.free().isEmpty())
                .map(start -> TellingSum.of(table, start.primary(), lighter(start.terms(), weightsOfFree)))
                .toList();
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
        for (int i = 0; i < sum.size(); i++) {
            near.addAll(neutralByCell.getOrDefault(sum.cell(i), List.of()));
        }
        return near;
    }

    /** Those with which something goes away, a few of them. */
    private Set<Long> factors(Residues sum, Residues neutral) {
        Set<Long> factors = new HashSet<>();
        for (int i = 0; i < neutral.size() && factors.size() < MOST_FACTORS; i++) {
            if (sum.has(neutral.cell(i))) {
                factors.add(sum.factorWithout(neutral.cell(i), neutral));
            }
        }
        return factors;
    }
}
