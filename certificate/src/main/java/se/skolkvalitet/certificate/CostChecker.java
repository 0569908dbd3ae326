package se.skolkvalitet.certificate;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks what a part says of its cost, and that nobody could have protected it for less. */
final class CostChecker {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private final PublishedTable table;
    private final Sums sums;
    private final Findings findings;
    private final Map<Integer, Certificate.Part> chargedIn = new HashMap<>();

    CostChecker(PublishedTable table, Sums sums, Findings findings) {
        this.table = table;
        this.sums = sums;
        this.findings = findings;
    }

    void check(Certificate.Part part) {
        BigInteger cost = part.secondary().stream()
                .map(secondary -> costOf(secondary.cell()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        findings.require(
                cost.equals(BigInteger.valueOf(part.cost())),
                "What is withheld costs %s, and is told to cost %s",
                cost,
                part.cost());
        BigInteger proven = proven(part);
        findings.require(
                part.costAtLeast() <= part.cost(),
                "What costs %s is told to cost at least %s",
                part.cost(),
                part.costAtLeast());
        findings.require(
                part.costAtLeast() == 0
                        || BigInteger.valueOf(part.costAtLeast() - 1)
                                        .multiply(THOUSAND)
                                        .compareTo(proven)
                                < 0,
                "That it costs at least %s is not proven, but %s thousandths",
                part.costAtLeast(),
                proven);
    }

    /** What the prices of derivations that hold come to, less what is paid for cells over their cost. */
    private BigInteger proven(Certificate.Part part) {
        BigInteger proven = BigInteger.ZERO;
        Map<Integer, BigInteger> charged = new HashMap<>();
        Set<Integer> told = part.told();
        for (Certificate.Derivation derivation : part.derivations()) {
            boolean holds = holds(derivation, part, told);
            findings.require(holds, "A derivation of %s does not hold", table.name(derivation.primary()));
            if (holds) {
                BigInteger price = BigInteger.valueOf(derivation.price());
                proven = proven.add(price);
                derivation.oneOf().forEach(cell -> charged.merge(cell, price, BigInteger::add));
            }
        }
        for (Map.Entry<Integer, BigInteger> paid : charged.entrySet()) {
            BigInteger over = paid.getValue().subtract(costOf(paid.getKey()).multiply(THOUSAND));
            proven = proven.subtract(over.max(BigInteger.ZERO));
        }
        return proven;
    }

    private BigInteger costOf(int cell) {
        return BigInteger.valueOf(table.has(cell) ? table.figures().get(cell).cost() : 0);
    }

    private boolean holds(Certificate.Derivation derivation, Certificate.Part part, Set<Integer> told) {
        return derivation.price() > 0
                && !derivation.oneOf().isEmpty()
                && derivation.oneOf().stream()
                        .allMatch(cell ->
                                table.has(cell) && table.figures().get(cell).isFree())
                // What is paid for a cell is counted in one part: none of another may be paid for here.
                && derivation.oneOf().stream().allMatch(cell -> chargedIn.computeIfAbsent(cell, none -> part) == part)
                && part.primary().contains(derivation.primary())
                && !told.contains(derivation.primary())
                && !part.toldTo(derivation.owner()).contains(derivation.primary())
                && !table.isOwnedBy(derivation.owner(), derivation.primary())
                && sums.leave(
                        derivation.primary(),
                        derivation.equations(),
                        cell -> derivation.oneOf().contains(cell)
                                || told.contains(cell)
                                || sums.isOpen(cell)
                                || table.isOwnedBy(derivation.owner(), cell));
    }
}
