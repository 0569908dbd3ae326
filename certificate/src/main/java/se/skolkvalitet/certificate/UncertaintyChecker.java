package se.skolkvalitet.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks that each primary cell of a part is as uncertain as it has to be: that no equation notices the part's change, which it is
 * in; or that the tables of the part look the same as the true one, and that its value is not the same in all of them. Where the part says
 * that the tables do not show it, the change is enough.
 */
final class UncertaintyChecker {
    private static final Certificate.OwnChange NO_CHANGE = new Certificate.OwnChange(BigInteger.ONE, new TreeMap<>());

    private final PublishedTable table;
    private final Sums sums;
    private final Findings findings;
    private final int decimals;
    private final Certificate.Part part;
    private final List<Equation> equations;

    /** What is withheld of the part. */
    private final Set<Integer> cells;

    /** Primary cells that nothing can protect, and, by owner, such as nothing can protect from him. */
    private final Set<Integer> told;

    private final Map<String, Set<Integer>> toldTo;

    /**
     * @param decimals that values have at most
     * @param equations which have withheld cells of the part
     */
    UncertaintyChecker(
            PublishedTable table,
            Sums sums,
            Findings findings,
            int decimals,
            Certificate.Part part,
            List<Equation> equations) {
        this.table = table;
        this.sums = sums;
        this.findings = findings;
        this.decimals = decimals;
        this.part = part;
        this.equations = equations;
        this.cells = cells(part);
        this.told = part.told();
        this.toldTo = part.open().stream()
                .collect(Collectors.groupingBy(
                        Certificate.Sum::owner, Collectors.mapping(Certificate.Sum::primary, Collectors.toSet())));
    }

    void check() {
        part.open().forEach(this::checkTold);
        findings.require(part.width().signum() >= 0, "A width is below zero");
        findings.require(
                part.width().signum() > 0
                        || told.containsAll(part.primary())
                        || cells.stream().noneMatch(this::hasEnds),
                "A change shows nothing to somebody who knows between which ends figures lie");
        Set<Integer> changed = changed();
        List<Map<Integer, BigDecimal>> tables = part.width().signum() == 0 ? List.of() : tables();
        Set<Integer> uncertain = new HashSet<>(part.width().signum() == 0 ? changed : differing(tables));
        Set<Integer> limited = part.limits().stream()
                .filter(limit -> isLimited(limit, changed, tables))
                .map(Certificate.Limit::primary)
                .collect(Collectors.toSet());
        findings.require(
                part.primary().containsAll(part.unproven()),
                "What is told not to be proven is not primary in its part");
        findings.require(
                part.unproven().isEmpty() || !tables.isEmpty(),
                "Nothing is proven but by equations, and a width is told");
        // Of these the certificate says that no more is shown.
        part.unproven().stream().filter(changed::contains).forEach(uncertain::add);
        for (int cell : part.primary()) {
            findings.require(
                    told.contains(cell) || limited.contains(cell) || uncertain.contains(cell),
                    "Nothing shows that %s is uncertain",
                    table.name(cell));
        }
        checkUncertainToOwners(changed);
    }

    /**
     * Whether its ends lie closer together than they would have to, whatever is withheld; and no equation tells it all the same, and it
     * differs where it can.
     */
    private boolean isLimited(Certificate.Limit limit, Set<Integer> changed, List<Map<Integer, BigDecimal>> tables) {
        int cell = limit.primary();
        Optional<BigDecimal> far = table.has(cell)
                ? sums.end(cell, limit.over(), true, decimals)
                        .flatMap(most ->
                                sums.end(cell, limit.under(), false, decimals).map(most::subtract))
                        .filter(between -> between.compareTo(part.width()) < 0)
                : Optional.empty();
        findings.require(far.isPresent(), "Nothing shows that %s cannot be more uncertain", table.name(cell));
        return far.filter(between ->
                        between.signum() == 0 ? changed.contains(cell) : isWide(cell, tables, BigDecimal.ZERO))
                .isPresent();
    }

    private void checkTold(Certificate.Sum sum) {
        if (sum.owner().isEmpty()) {
            findings.require(
                    sums.leave(sum.primary(), sum.equations(), sums::isOpen),
                    "What is open does not tell %s",
                    table.name(sum.primary()));
        } else {
            findings.require(
                    sums.leave(
                            sum.primary(),
                            sum.equations(),
                            cell -> sums.isOpen(cell) || told.contains(cell) || table.isOwnedBy(sum.owner(), cell)),
                    "What is open, and his own, does not tell %s to '%s'",
                    table.name(sum.primary()),
                    sum.owner());
        }
    }

    /** That no owner can work out what is not his. */
    private void checkUncertainToOwners(Set<Integer> changed) {
        SortedMap<String, Set<Integer>> withheldOf = new TreeMap<>();
        cells.stream()
                .filter(cell ->
                        table.has(cell) && !table.figures().get(cell).owner().isEmpty())
                .forEach(cell -> withheldOf
                        .computeIfAbsent(table.figures().get(cell).owner(), none -> new TreeSet<>())
                        .add(cell));
        if (!withheldOf.isEmpty()) {
            Map<Integer, List<Equation>> equationsOf = new HashMap<>();
            equations.forEach(equation -> equation.coefficients().keySet().forEach(cell -> equationsOf
                    .computeIfAbsent(cell, none -> new ArrayList<>())
                    .add(equation)));
            Set<Integer> unchanged = new TreeSet<>(part.primary());
            unchanged.removeAll(changed);
            unchanged.removeAll(told);
            withheldOf.forEach((owner, own) -> checkUncertainTo(owner, own, equationsOf, unchanged));
        }
    }

    private void checkUncertainTo(
            String owner, Set<Integer> own, Map<Integer, List<Equation>> equationsOf, Set<Integer> unchanged) {
        Certificate.OwnChange ofOwner = part.owners().getOrDefault(owner, NO_CHANGE);
        findings.require(
                ofOwner.times().signum() != 0
                        && own.stream()
                                .allMatch(cell -> part.changeFor(ofOwner, cell).signum() == 0),
                "The change for '%s' is of cells that are his",
                owner);
        findings.require(
                cells.containsAll(ofOwner.plus().keySet()),
                "The change for '%s' is not of the withheld cells of its part alone",
                owner);
        ofOwner.plus().keySet().stream()
                .flatMap(cell -> equationsOf.getOrDefault(cell, List.of()).stream())
                .distinct()
                .forEach(equation -> findings.require(
                        isKept(equation, ofOwner.plus()),
                        "The change for '%s' is noticed: %s",
                        owner,
                        equation.name()));
        // All others are as the change for everybody has them.
        Set<Integer> doubtful = new TreeSet<>(ofOwner.plus().keySet());
        doubtful.retainAll(part.primary());
        doubtful.addAll(unchanged);
        doubtful.removeAll(told);
        doubtful.removeAll(toldTo.getOrDefault(owner, Set.of()));
        for (int cell : doubtful) {
            findings.require(
                    own.contains(cell) || part.changeFor(ofOwner, cell).signum() != 0,
                    "Nothing shows that %s is uncertain to '%s'",
                    table.name(cell),
                    owner);
        }
    }

    /** Cells that a change changes, unless it is noticed. */
    private Set<Integer> changed() {
        SortedMap<Integer, BigInteger> change = part.change();
        boolean unnoticed = cells.containsAll(change.keySet());
        findings.require(unnoticed, "The change is not of the withheld cells of its part alone");
        for (Equation equation : equations) {
            boolean kept = isKept(equation, change);
            findings.require(kept, "The change is noticed: %s", equation.name());
            unnoticed &= kept;
        }
        return unnoticed && !change.containsValue(BigInteger.ZERO) ? change.keySet() : Set.of();
    }

    private static boolean isKept(Equation equation, Map<Integer, BigInteger> change) {
        return equation.coefficients().entrySet().stream()
                        .map(term -> BigInteger.valueOf(term.getValue())
                                .multiply(change.getOrDefault(term.getKey(), BigInteger.ZERO)))
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .signum()
                == 0;
    }

    private static Set<Integer> cells(Certificate.Part part) {
        Set<Integer> cells = new HashSet<>(part.primary());
        part.secondary().forEach(secondary -> cells.add(secondary.cell()));
        cells.addAll(part.untold());
        return cells;
    }

    /** Primary cells that differ between two tables of the part by as much as they have to. */
    private Set<Integer> differing(List<Map<Integer, BigDecimal>> tables) {
        return part.primary().stream()
                .filter(cell -> isWide(cell, tables, part.width()))
                .collect(Collectors.toSet());
    }

    /** Those that are as they should be, in full. */
    private List<Map<Integer, BigDecimal>> tables() {
        Map<Integer, BigDecimal> whole = new HashMap<>();
        List<Map<Integer, BigDecimal>> sound = new ArrayList<>();
        for (int i = 0; i < part.tables().size(); i++) {
            Map<Integer, BigDecimal> values = new HashMap<>(whole);
            values.putAll(part.tables().get(i));
            if (i == 0) {
                whole.putAll(values);
            }
            if (isTable(i, values)) {
                sound.add(values);
            }
        }
        return sound;
    }

    private boolean isTable(int i, Map<Integer, BigDecimal> values) {
        if (!values.keySet().equals(cells)) {
            findings.require(false, "Table %s is not of the withheld cells of its part", i);
            return false;
        }
        boolean sound = true;
        for (Map.Entry<Integer, BigDecimal> cell : values.entrySet()) {
            if (cell.getValue().signum() < 0
                    || cell.getValue().scale() < 0
                    || cell.getValue().stripTrailingZeros().scale() > decimals) {
                findings.require(
                        false,
                        "In table %s, %s is below zero or has more than %s decimals",
                        i,
                        table.name(cell.getKey()),
                        decimals);
                sound = false;
            }
            if (!table.figures().get(cell.getKey()).ends().have(cell.getValue())) {
                findings.require(
                        false,
                        "In table %s, %s is not between the ends where everybody knows it to be",
                        i,
                        table.name(cell.getKey()));
                sound = false;
            }
        }
        for (Equation equation : equations) {
            if (equation.coefficients().keySet().stream()
                            .allMatch(cell -> !table.figures().get(cell).isWithheld() || values.containsKey(cell))
                    && sums.of(equation, values).signum() != 0) {
                findings.require(false, "Table %s does not add up: %s", i, equation.name());
                sound = false;
            }
        }
        return sound;
    }

    private boolean hasEnds(int cell) {
        return table.has(cell) && table.figures().get(cell).ends().areKnown();
    }

    private static boolean isWide(int cell, List<Map<Integer, BigDecimal>> tables, BigDecimal width) {
        BigDecimal least = null;
        BigDecimal most = null;
        for (Map<Integer, BigDecimal> values : tables) {
            BigDecimal value = values.get(cell);
            least = least == null ? value : least.min(value);
            most = most == null ? value : most.max(value);
        }
        return least != null
                && least.compareTo(most) < 0
                && most.subtract(least).compareTo(width) >= 0;
    }
}
