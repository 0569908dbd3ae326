package se.skolkvalitet.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is known of a table: sets of cells one of which has to be withheld, why, and a cheap choice that has one of each. */
final class Learnt {
    private static final int STEPS_FOR_EACH_OF_FEW = 20;
    private static final int STEPS_FOR_FEW = 500;
    private static final int MOST_STEPS = 5_000;
    private static final int STEPS_FOR_EACH_SET = 3;
    private static final int TIMES_AT_THE_END = 5;

    private final BitSet free;
    private final HittingSet choice;
    private final Set<OneOf> known = new HashSet<>();
    private final List<TellingSum> sums = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    Learnt(Table table) {
        free = table.free();
        choice = new HittingSet(table.cells().stream().mapToLong(Cell::cost).toArray());
    }

    /** How many sets there are. */
    int size() {
        return known.size();
    }

    /** What tells primary cells. */
    List<TellingSum> sums() {
        return Collections.unmodifiableList(sums);
    }

    /** What primary cells need beside that. */
    List<Need> needs() {
        return Collections.unmodifiableList(needs);
    }

    /** @return the cells one of which is to be withheld */
    OneOf add(TellingSum sum) {
        OneOf cells = oneOf(sum);
        if (known.add(cells)) {
            sums.add(sum);
            choice.add(cells);
        }
        return cells;
    }

    /** The cells one of which is to be withheld, without those that cannot be anything else. */
    OneOf oneOf(TellingSum sum) {
        return sum.free().and(free);
    }

    /** @return those that can be met, and were not known */
    List<Need> add(List<Need> found) {
        List<Need> learnt = found.stream()
                .filter(Need::canBeMet)
                .filter(one -> known.add(one.cells()))
                .toList();
        learnt.forEach(one -> choice.add(one.cells()));
        needs.addAll(learnt);
        return learnt;
    }

    /** It needs one cell, which is withheld. */
    void add(int primary, int cell) {
        needs.add(new Need(primary, OneOf.of(cell)));
    }

    /** Whether of what primary cells need beside that nothing tells them, one has this cell, and no other that is withheld. */
    boolean isNeeded(int cell, BitSet withheld) {
        return needs.stream()
                .map(Need::cells)
                .anyMatch(cells ->
                        cells.has(cell) && cells.stream().filter(withheld::get).allMatch(other -> other == cell));
    }

    /** The choice, after it has been looked for a cheaper one. */
    BitSet choice() {
        choice.improve(steps());
        return choice.best();
    }

    /** Whether one is found that is cheaper, when it is looked for it for much longer. */
    boolean isChoiceImproved() {
        long cost = choice.cost();
        choice.improve(steps() * TIMES_AT_THE_END);
        return choice.cost() < cost;
    }

    private int steps() {
        int few = Math.min(STEPS_FOR_FEW, STEPS_FOR_EACH_OF_FEW * known.size());
        return Math.max(few, Math.min(MOST_STEPS, STEPS_FOR_EACH_SET * known.size()));
    }

    /** The choice as it was last looked for. */
    BitSet lastChoice() {
        return choice.best();
    }

    /** Whether the choice as it was last looked for has the cell. */
    boolean hasChosen(int cell) {
        return choice.has(cell);
    }

    /** Of the sets that the choice misses, the weight of those that the cell is in, for what it costs. */
    double worth(int cell) {
        return choice.worth(cell);
    }
}
