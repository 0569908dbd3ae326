package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import se.skolkvalitet.certificate.Equation;

/**
 * Who works out what is withheld from what is published, by the schoolbook's elimination in whole numbers: other code than
 * what protects the tables.
 */
final class Attacker {
    private Attacker() {}

    static List<Integer> primaries(Table table) {
        return IntStream.range(0, table.cells().size())
                .filter(cell -> table.cells().get(cell).isPrimary())
                .boxed()
                .toList();
    }

    /** The primary cells that follow from the others. */
    static List<Integer> findsOut(Table table, BitSet withheld) {
        int[] unknown = withheld.stream().toArray();
        List<BigInteger[]> rows = new ArrayList<>();
        for (Equation equation : table.equations()) {
            BigInteger[] row = new BigInteger[unknown.length];
            for (int i = 0; i < unknown.length; i++) {
                row[i] = BigInteger.valueOf(equation.coefficients().getOrDefault(unknown[i], 0L));
            }
            rows.add(row);
        }
        solve(rows, unknown.length);
        List<Integer> found = new ArrayList<>();
        for (BigInteger[] row : rows) {
            int[] left = IntStream.range(0, unknown.length)
                    .filter(i -> row[i].signum() != 0)
                    .toArray();
            if (left.length == 1 && table.cells().get(unknown[left[0]]).isPrimary()) {
                found.add(unknown[left[0]]);
            }
        }
        return found;
    }

    private static void solve(List<BigInteger[]> rows, int unknowns) {
        int solved = 0;
        for (int column = 0; column < unknowns && solved < rows.size(); column++) {
            int pivot = solved;
            while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
                pivot++;
            }
            if (pivot < rows.size()) {
                BigInteger[] row = rows.get(pivot);
                rows.set(pivot, rows.get(solved));
                rows.set(solved, row);
                for (int other = 0; other < rows.size(); other++) {
                    if (other != solved && rows.get(other)[column].signum() != 0) {
                        rows.set(other, minus(rows.get(other), row, column));
                    }
                }
                solved++;
            }
        }
    }

    private static BigInteger[] minus(BigInteger[] other, BigInteger[] row, int column) {
        BigInteger[] difference = new BigInteger[row.length];
        for (int i = 0; i < row.length; i++) {
            difference[i] = other[i].multiply(row[column]).subtract(row[i].multiply(other[column]));
        }
        BigInteger factor =
                IntStream.range(0, row.length).mapToObj(i -> difference[i]).reduce(BigInteger.ZERO, BigInteger::gcd);
        if (factor.signum() != 0) {
            for (int i = 0; i < row.length; i++) {
                difference[i] = difference[i].divide(factor);
            }
        }
        return difference;
    }
}
