package se.skolkvalitet.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/** Which cells stand in which equations of a table; for one thread. */
final class Incidence {
    private final Residues[] equations;
    private final int[][] equationsOf;
    private final Accumulator sum;

    Incidence(Table table) {
        equations = table.equations().stream()
                .map(equation -> Residues.of(equation.coefficients()))
                .toArray(Residues[]::new);
        sum = new Accumulator(table.cells().size());
        int[] counts = new int[table.cells().size()];
        for (Residues equation : equations) {
            for (int i = 0; i < equation.size(); i++) {
                counts[equation.cell(i)]++;
            }
        }
        equationsOf = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int equation = equations.length - 1; equation >= 0; equation--) {
            for (int i = 0; i < equations[equation].size(); i++) {
                int cell = equations[equation].cell(i);
                equationsOf[cell][--counts[cell]] = equation;
            }
        }
    }

    int cells() {
        return equationsOf.length;
    }

    int equations() {
        return equations.length;
    }

    int[] equationsOf(int cell) {
        return equationsOf[cell];
    }

    /** The coefficients of an equation, modulo a prime. */
    Residues equation(int equation) {
        return equations[equation];
    }

    /** The equations that have any of these cells, in order. */
    int[] equationsOf(BitSet some) {
        BitSet found = new BitSet();
        some.stream().flatMap(cell -> Arrays.stream(equationsOf[cell])).forEach(found::set);
        return found.stream().toArray();
    }

    /** A sum of equations, each times its factor. */
    Residues sum(Residues factors) {
        for (int i = 0; i < factors.size(); i++) {
            sum.add(equations[factors.cell(i)], factors.value(i));
        }
        return sum.takeAll(0);
    }

    /**
     * What is linked with some cells by equations.
     *
     * @param unknown the cells by which one comes from equation to equation
     * @return those of the unknown cells to which one comes
     */
    BitSet linked(BitSet some, BitSet unknown) {
        BitSet found = new BitSet();
        BitSet seen = new BitSet();
        BitSet next = some;
        while (!next.isEmpty()) {
            BitSet further = new BitSet();
            for (int equation : equationsOf(next)) {
                if (!seen.get(equation)) {
                    seen.set(equation);
                    equations[equation].addCellsTo(further);
                }
            }
            further.and(unknown);
            further.andNot(found);
            found.or(further);
            next = further;
        }
        return found;
    }
}
