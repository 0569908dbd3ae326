package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.certificate.Certificate;

/** Protects a table, and proves that it is protected. */
public final class Protector {
    private Protector() {}

    /**
     * What is withheld, and the proof.
     *
     * @param table that is protected: the same, but that nobody is taken to know what would tell primary cells whatever is withheld
     * @param tooCertain primary cells that nothing can make as uncertain as was asked
     */
    public record Result(Table table, Suppression suppression, BitSet tooCertain, Certificate certificate) {}

    /**
     * @param tries how many choices are looked at in each part of the table, at most
     * @param rounds in which derivations are looked for in each part of the table, at most
     */
    public static Result protect(Table table, int tries, int rounds) {
        BitSet withheld = table.neverTold();
        BitSet tooCertain = new BitSet();
        BitSet forgotten = new BitSet();
        List<Certificate.Part> parts = new ArrayList<>();
        for (Block block : Block.of(table)) {
            Suppressor suppressor = Suppressor.of(block.table(), tries);
            BitSet own = suppressor.withheld();
            own.or(block.told());
            forgotten.or(block.inWhole(block.forgotten()));
            Optional<WitnessTables> tables = WitnessTables.asAsked(block.table(), own);
            withheld.or(block.inWhole(own));
            tables.ifPresent(made -> tooCertain.or(block.inWhole(tooCertain(block.table(), own, made))));
            LowerBound bound = new Bounding(block.table(), suppressor.sums())
                    .bound(block.table().costOf(own), rounds);
            parts.add(new Certifier(block, own, suppressor.protects(), suppressor.knownToOwners(), tables).part(bound));
        }
        return new Result(
                table.withoutEnds(forgotten),
                new Suppression(withheld, table.costOf(withheld)),
                tooCertain,
                Certificate.of(parts));
    }

    /** What tables that look the same show to be uncertain is as uncertain as it has to be. */
    private static BitSet tooCertain(Table table, BitSet withheld, WitnessTables tables) {
        Widening widening = new Widening(table);
        BitSet asked = widening.askedOnBothSides();
        asked.or(tables.unproven());
        BitSet tooCertain = new BitSet();
        widening.needs(withheld, asked, 0).forEach(need -> tooCertain.set(need.primary()));
        return tooCertain;
    }
}
