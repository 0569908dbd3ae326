package se.skolkvalitet.disclosure;

import java.util.List;
import java.util.Map;

/**
 * Below what cost nobody can protect a table, and why. Each derivation says that one of its free cells has to be withheld. A
 * price for each of them, such that no cell is in derivations of more than its own cost, adds up to what the cheapest
 * choice costs at least; where a cell is in more, what is too much is taken off again.
 *
 * @param cost of the free cells that have to be withheld, at least
 * @param prices of derivations, in thousandths
 */
public record LowerBound(long cost, List<Map.Entry<Derivation, Long>> prices) {
    static final long THOUSAND = 1000;

    /** What the prices prove. */
    static LowerBound of(Table table, List<Map.Entry<Derivation, Long>> prices) {
        return new LowerBound(
                cost(
                        table,
                        prices.stream()
                                .map(priced -> Map.entry(priced.getKey().free(), priced.getValue()))
                                .toList()),
                prices);
    }

    /** @param prices of sets of cells one of which has to be withheld, in thousandths */
    static long cost(Table table, List<Map.Entry<OneOf, Long>> prices) {
        long[] left = new long[table.cells().size()];
        for (int cell = 0; cell < left.length; cell++) {
            left[cell] = table.cells().get(cell).cost() * THOUSAND;
        }
        long thousandths = 0;
        for (Map.Entry<OneOf, Long> priced : prices) {
            thousandths += priced.getValue();
            priced.getKey().stream().forEach(cell -> left[cell] -= priced.getValue());
        }
        for (long rest : left) {
            thousandths += Math.min(0, rest);
        }
        return Math.max(0, -Math.floorDiv(-thousandths, THOUSAND));
    }
}
