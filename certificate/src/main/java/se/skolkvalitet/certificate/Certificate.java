package se.skolkvalitet.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why nobody can find out what is withheld of a table, and why not much less could be withheld. Its proofs are made of what is
 * published alone: whoever reads them learns nothing that he could not work out himself.
 *
 * @param cost of what is withheld beside the primary cells
 * @param costAtLeast which nobody can go below
 * @param parts of the table that have no equation in common, but for what is open, and in which something is primary
 */
public record Certificate(long cost, long costAtLeast, List<Part> parts) {

    /** Of these parts, with their costs together. */
    public static Certificate of(List<Part> parts) {
        return new Certificate(
                parts.stream().mapToLong(Part::cost).sum(),
                parts.stream().mapToLong(Part::costAtLeast).sum(),
                parts);
    }

    /**
     * What is withheld of a part of a table, and why. Cells are told by their numbers, equations by their names.
     *
     * @param primary cells that tell too much
     * @param secondary cells, which protect these
     * @param untold cells that are not told by themselves, and need not be hidden
     * @param open sums that tell a primary cell by figures which everybody knows already, or an owner: nothing can keep it from them
     * @param limits what tells of primary cells, whatever is withheld, that they are less uncertain than they would have to be
     * @param unproven primary cells of which the tables do not show that they are uncertain, nor anything that they cannot be: the change
     *     shows that no equation tells them, and no more
     * @param width how far apart the values of each other primary cell are in two of the tables, at least; where it is zero, it
     *     was not asked but that nobody can work them out by the equations, and there is a change instead of tables
     * @param change of withheld cells that no equation notices, none of them zero, each primary cell among them: whoever knows
     *     the equations alone cannot tell the true table from that with the change; empty where there are tables, and neither owners, limits
     *     nor unproven cells
     * @param owners who know withheld cells of the part, as they are their own: for each, what makes of the change one that has
     *     nothing of his own
     * @param tables ones that look the same as the true one to everybody who sees what is published, and knows between which ends
     *     figures lie, that nothing is below zero, and what is whole: the values of all withheld cells in the first of them, and in each of the others those
     *     that differ from the first. Made up: none of them is the true one but by chance
     * @param cost of the secondary cells
     * @param costAtLeast what they cost at least, whatever one chooses
     * @param derivations what proves that
     */
    public record Part(
            SortedSet<Integer> primary,
            List<Secondary> secondary,
            SortedSet<Integer> untold,
            List<Sum> open,
            List<Limit> limits,
            SortedSet<Integer> unproven,
            BigDecimal width,
            SortedMap<Integer, BigInteger> change,
            SortedMap<String, OwnChange> owners,
            List<SortedMap<Integer, BigDecimal>> tables,
            long cost,
            long costAtLeast,
            List<Derivation> derivations) {
        /** Primary cells that nothing can protect: everybody knows what tells them. */
        public Set<Integer> told() {
            return toldTo("");
        }

        /** Primary cells that nothing can keep from an owner, though others do not know them. */
        public Set<Integer> toldTo(String owner) {
            return open.stream()
                    .filter(sum -> sum.owner().equals(owner))
                    .map(Sum::primary)
                    .collect(Collectors.toSet());
        }

        /** Primary cells of which no more is shown than that no equation tells them. */
        public Set<Integer> byEquations() {
            Set<Integer> cells = new TreeSet<>(width.signum() == 0 ? primary : unproven);
            cells.removeAll(told());
            limits.forEach(limit -> cells.remove(limit.primary()));
            return cells;
        }

        /** What is added to a cell in the change for an owner, by what makes it of the one for everybody. */
        public BigInteger changeFor(OwnChange owner, int cell) {
            return change.getOrDefault(cell, BigInteger.ZERO)
                    .multiply(owner.times())
                    .add(owner.plus().getOrDefault(cell, BigInteger.ZERO));
        }
    }

    /**
     * A change for somebody who knows cells of his own: another one, some times, and what is added to it. It has nothing of his own,
     * and each primary cell that is not.
     *
     * @param times not zero
     */
    public record OwnChange(BigInteger times, SortedMap<Integer, BigInteger> plus) {}

    /**
     * A cell that is withheld for others.
     *
     * @param protects primary cells that would be found out, or not be as uncertain as they have to be, were it published
     */
    public record Secondary(int cell, SortedSet<Integer> protects) {}

    /**
     * Equations, each times its factor, that add up to a sum in which one primary cell stands beside cells that are open, told by
     * what is open, or an owner's own.
     *
     * @param primary which follows from them
     * @param owner who knows it so; empty where everybody does
     */
    public record Sum(int primary, String owner, SortedMap<String, Long> equations) {
        /** That it is known, and to whom. */
        public String knownTo() {
            return owner.isEmpty() ? "Everybody knows already" : "'%s' knows already, by his own".formatted(owner);
        }
    }

    /**
     * That a primary cell cannot be as uncertain as it would have to be: equations, each times its factor, that add up to a sum in which
     * it stands beside cells that are open, and others between whose ends it has to lie then. Where there are no equations, it is its
     * own end.
     *
     * @param under what tells how little it may be
     * @param over what tells how much
     */
    public record Limit(int primary, SortedMap<String, Long> under, SortedMap<String, Long> over) {}

    /**
     * Equations, each times its factor, that add up to a sum in which one primary cell stands beside cells that are open,
     * told by what is open, an owner's own, or free. So one of the free ones has to be withheld, whatever else is.
     *
     * @param owner who would find the primary one out; empty where everybody would
     * @param oneOf the free ones
     * @param price in thousandths of a cost: the prices of all derivations, less what those of a cell are together over the
     *     cell's own cost, are what has to be paid at least
     */
    public record Derivation(
            int primary, String owner, SortedMap<String, Long> equations, SortedSet<Integer> oneOf, long price) {}
}
