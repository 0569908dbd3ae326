package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Certificate;

/** Makes the certificate of a part of a table, with the cells' numbers in the whole. */
final class Certifier {
    private final Block block;
    private final Table table;
    private final BitSet withheld;
    private final Protects protects;
    private final List<TellingSum> known;
    private final Optional<WitnessTables> tables;
    private final SortedMap<String, BitSet> owners;

    /** @param known what owners know of primary cells that are not theirs, whatever is withheld */
    Certifier(Block block, BitSet withheld, Protects protects, List<TellingSum> known, Optional<WitnessTables> tables) {
        this.block = block;
        this.table = block.table();
        this.withheld = withheld;
        this.protects = protects;
        this.known = known;
        this.tables = tables;
        this.owners = table.cellsByOwner();
        owners.values().removeIf(own -> !own.intersects(withheld));
    }

    Certificate.Part part(LowerBound bound) {
        BitSet primary = table.primaries();
        primary.or(block.told());
        BigDecimal width = leastWidth(tables.isPresent());
        BitSet unproven = tables.map(WitnessTables::unproven).orElseGet(BitSet::new);
        SortedMap<Integer, Limits.Proof> limits = Limits.of(block, withheld, unproven, width);
        unproven.andNot(cells(limits));
        Optional<HiddenChange> change =
                tables.isEmpty() || !owners.isEmpty() || !limits.isEmpty() || !unproven.isEmpty()
                        ? Optional.of(new HiddenChange(table, withheld))
                        : Optional.empty();
        return new Certificate.Part(
                inWhole(primary),
                secondary(),
                inWhole(table.untold()),
                open(),
                limits.entrySet().stream()
                        .map(limit -> limit(limit.getKey(), limit.getValue()))
                        .toList(),
                inWhole(unproven),
                width,
                inWhole(change.map(HiddenChange::whole).orElseGet(TreeMap::new)),
                change.map(this::owners).orElseGet(TreeMap::new),
                tables.map(WitnessTables::tables).orElse(List.of()).stream()
                        .map(this::inWhole)
                        .toList(),
                table.costOf(withheld),
                bound.cost(),
                bound.prices().stream()
                        .map(priced -> derivation(priced.getKey(), priced.getValue()))
                        .toList());
    }

    private static BitSet cells(SortedMap<Integer, Limits.Proof> limits) {
        BitSet cells = new BitSet();
        limits.keySet().forEach(cells::set);
        return cells;
    }

    private Certificate.Limit limit(int cell, Limits.Proof limit) {
        return new Certificate.Limit(inWhole(cell), names(limit.under()), names(limit.over()));
    }

    private List<Certificate.Sum> open() {
        Stream<Certificate.Sum> toEverybody = block.sums().entrySet().stream()
                .map(sum -> new Certificate.Sum(inWhole(sum.getKey()), "", names(sum.getValue())));
        Stream<Certificate.Sum> toOwners = known.stream()
                .flatMap(sum -> sum.derivation(table).stream())
                .filter(sum -> sum.free().size() == 0)
                .map(sum -> new Certificate.Sum(inWhole(sum.primary()), sum.owner(), names(sum.factors())));
        return Stream.concat(toEverybody, toOwners).toList();
    }

    private SortedMap<String, Certificate.OwnChange> owners(HiddenChange change) {
        SortedMap<String, Certificate.OwnChange> changes = new TreeMap<>();
        owners.forEach((owner, own) -> {
            Certificate.OwnChange ofOwner = change.without(own);
            changes.put(owner, new Certificate.OwnChange(ofOwner.times(), inWhole(ofOwner.plus())));
        });
        return changes;
    }

    private List<Certificate.Secondary> secondary() {
        return withheld.stream()
                .filter(cell -> table.cells().get(cell).isFree())
                .mapToObj(cell -> new Certificate.Secondary(inWhole(cell), inWhole(protects.by(cell))))
                .toList();
    }

    private Certificate.Derivation derivation(Derivation derivation, long price) {
        return new Certificate.Derivation(
                inWhole(derivation.primary()),
                derivation.owner(),
                names(derivation.factors()),
                inWhole(derivation.free().stream()),
                price);
    }

    /** What differs in tables of whole numbers differs by one at the least. */
    private BigDecimal leastWidth(boolean inTables) {
        BigDecimal unit = inTables ? BigDecimal.ONE.movePointLeft(table.decimals(withheld)) : BigDecimal.ZERO;
        return table.primaries().stream()
                .mapToObj(cell -> table.cells().get(cell).protection().width())
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO)
                .max(unit);
    }

    private int inWhole(int cell) {
        return block.cells().get(cell);
    }

    private SortedSet<Integer> inWhole(BitSet cells) {
        return inWhole(cells.stream());
    }

    private SortedSet<Integer> inWhole(IntStream cells) {
        return cells.mapToObj(this::inWhole).collect(Collectors.toCollection(TreeSet::new));
    }

    private <T> SortedMap<Integer, T> inWhole(SortedMap<Integer, T> values) {
        SortedMap<Integer, T> whole = new TreeMap<>();
        values.forEach((cell, value) -> whole.put(inWhole(cell), value));
        return whole;
    }

    private SortedMap<String, Long> names(Map<Integer, Long> factors) {
        SortedMap<String, Long> names = new TreeMap<>();
        factors.forEach(
                (equation, factor) -> names.put(table.equations().get(equation).name(), factor));
        return names;
    }
}
