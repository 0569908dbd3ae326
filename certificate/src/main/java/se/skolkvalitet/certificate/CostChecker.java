package se.skolkvalitet.certificate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks what a part says of its cost, and that nobody could have protected it for less. */
final class CostChecker {
    private static final long THOUSAND = 1000;

    private final PublishedTable table;
    private final Sums sums;
    private final Findings findings;

    CostChecker(PublishedTable table, Sums sums, Findings findings) {
        this.table = table;
        this.sums = sums;
        this.findings = findings;
    }

    void check(Certificate.Part part) {
        long cost = part.secondary().stream()
                .mapToLong(secondary -> costOf(secondary.cell()))
                .sum();
        findings.require(cost == part.cost(), "What is withheld costs %s, and is told to cost %s", cost, part.cost());
        long proven = 0;
        Map<Integer, Long> charged = new HashMap<>();
        for (Certificate.Derivation derivation : part.derivations()) {
            boolean holds = holds(derivation, part.told());
            findings.require(holds, "A derivation of %s does not hold", table.name(derivation.primary()));
            if (holds) {
                proven += derivation.price();
                derivation.oneOf().forEach(cell -> charged.merge(cell, derivation.price(), Long::sum));
            }
        }
        for (Map.Entry<Integer, Long> price : charged.entrySet()) {
            proven -= Math.max(0, price.getValue() - costOf(price.getKey()) * THOUSAND);
        }
        findings.require(
                (part.costAtLeast() - 1) * THOUSAND < proven || part.costAtLeast() == 0,
                "That it costs at least %s is not proven, but %s thousandths",
                part.costAtLeast(),
                proven);
    }

    private long costOf(int cell) {
        return table.has(cell) ? table.figures().get(cell).cost() : 0;
    }

    private boolean holds(Certificate.Derivation derivation, Set<Integer> told) {
        return derivation.price() > 0
                && derivation.oneOf().stream()
                        .allMatch(cell ->
                                table.has(cell) && table.figures().get(cell).isFree())
                && table.has(derivation.primary())
                && table.figures().get(derivation.primary()).status() == Figure.Status.PRIMARY
                && !told.contains(derivation.primary())
                && sums.leave(
                        derivation.primary(),
                        derivation.equations(),
                        cell -> derivation.oneOf().contains(cell) || told.contains(cell) || sums.isOpen(cell));
    }
}
