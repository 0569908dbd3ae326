package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.certificate.Certificate;

/** Protects a table, and proves that it is protected. */
public final class Protector {
    /** Of cells that are wide enough as such, but for whole numbers not. */
    private static final int MOST_BEYOND = 8;

    private Protector() {}

    /**
     * What is withheld, and the proof.
     *
     * @param tooCertain primary cells that nothing can make as uncertain as was asked
     */
    public record Result(Suppression suppression, BitSet tooCertain, Certificate certificate) {}

    /**
     * @param tries how many choices are looked at in each part of the table, at most
     * @param rounds in which derivations are looked for in each part of the table, at most
     */
    public static Result protect(Table table, int tries, int rounds) {
        BitSet withheld = table.primaries();
        BitSet tooCertain = new BitSet();
        List<Certificate.Part> parts = new ArrayList<>();
        for (Block block : Block.of(table)) {
            Suppressor suppressor = Suppressor.of(block.table(), tries);
            BitSet own = suppressor.withheld();
            own.or(block.told());
            Widening widening = Widening.asAsked(block.table());
            if (widening.isAsked()) {
                widen(block.table(), own);
            }
            withheld.or(block.inWhole(own));
            tooCertain.or(block.inWhole(widening.tooCertain(own)));
            LowerBound bound = new Bounding(block.table(), suppressor.sums())
                    .bound(block.table().costOf(own), rounds);
            parts.add(new Certifier(block, own).part(bound));
        }
        return new Result(new Suppression(withheld, table.costOf(withheld)), tooCertain, Certificate.of(parts));
    }

    /** Withholds more until tables of whole numbers show that each primary cell is uncertain, where anything makes it so. */
    private static void widen(Table table, BitSet withheld) {
        BitSet unproven = WitnessTables.of(table, withheld).unproven();
        for (int beyond = 0; beyond < MOST_BEYOND && !unproven.isEmpty(); beyond++) {
            withheld.or(new Widening(table, unproven, beyond).widened(withheld));
            unproven = WitnessTables.of(table, withheld).unproven();
        }
        publishWhatProtectsNothing(table, withheld);
    }

    /** Again and again: without one that protected nothing, another may protect nothing any more. */
    private static void publishWhatProtectsNothing(Table table, BitSet withheld) {
        Optional<Integer> needless;
        do {
            Protects protects = new Protects(table, withheld);
            needless = withheld.stream()
                    .filter(cell -> table.cells().get(cell).isFree())
                    .boxed()
                    .sorted(table.dearestAndLargestFirst())
                    .filter(cell -> protects.by(cell).isEmpty())
                    .findFirst();
            needless.ifPresent(withheld::clear);
        } while (needless.isPresent());
    }
}
