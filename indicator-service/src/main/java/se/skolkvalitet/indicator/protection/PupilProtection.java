package se.skolkvalitet.indicator.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.protection.ProtectionStore.FamilyAndPeriod;

/**
 * Withholds figures of pupils of a calculation, where its sources do not publish them: those that tell of few, and as few others
 * as it can, so that nobody can work them out. It comes after figures have been added up, and before values are made of them.
 */
@ApplicationScoped
public class PupilProtection {
    /** Of tables that are protected at once; of large ones each has the memory for itself. */
    private static final int MOST_FIGURES_AT_ONCE = 60_000;

    @Inject
    ProtectionStore store;

    /**
     * Touches what depends on what is touched, because it is withheld together with it, and what has to be looked at together with
     * what has been published since.
     *
     * @param base that is taken over from
     */
    public void touchFamilies(long base) {
        store.touchFamilies(base);
    }

    /** The sequence of the newest release, up to which a calculation that begins now knows what has been published. */
    public long newestRelease() {
        return store.newestRelease();
    }

    /** Whether something has been published since a calculation was made that might tell what is withheld in it, or the other way round. */
    public boolean isOutdated(long calculation) {
        return store.isOutdated(calculation);
    }

    /** Keeps what was withheld of the values that a calculation takes over from another. */
    public void takeOver(long calculation, long base) {
        store.takeOver(calculation, base);
    }

    /** Hears how many of the tables are protected. */
    public interface Progress {
        void at(long done, long total);
    }

    /** @throws IllegalStateException where what is withheld would not do, which nothing can be published of then */
    public void protect(long calculation, List<Family> families, DisclosureRules rules, Progress progress) {
        if (!store.hasClosedFigures()) {
            return;
        }
        Map<Integer, Family> byNumber =
                families.stream().collect(Collectors.toMap(Family::number, Function.identity()));
        Deque<FamilyAndPeriod> left = new ArrayDeque<>(store.gather());
        int total = left.size();
        while (!left.isEmpty()) {
            progress.at(total - left.size(), total);
            List<FiguresTogether> next = next(left).stream()
                    .map(of -> read(of, byNumber.get(of.family()), rules))
                    .toList();
            // The transaction is this thread's; others only compute.
            next.parallelStream()
                    .map(FiguresTogether::protect)
                    .map(Kept::of)
                    .toList()
                    .forEach(kept -> store.add(kept.made().withheld(store.keep(calculation, kept.table()))));
        }
        store.withhold();
    }

    /** What is withheld, and as it is kept: to compress it takes a while. */
    private record Kept(FiguresTogether.Protected made, ProtectedTable table) {
        static Kept of(FiguresTogether.Protected made) {
            return new Kept(made, made.kept());
        }
    }

    /** As many as there are cores, unless they are too large. */
    private static List<FamilyAndPeriod> next(Deque<FamilyAndPeriod> left) {
        List<FamilyAndPeriod> next = new ArrayList<>(List.of(left.remove()));
        long figures = next.get(0).figures();
        while (!left.isEmpty()
                && next.size() < Runtime.getRuntime().availableProcessors()
                && figures + left.element().figures() <= MOST_FIGURES_AT_ONCE) {
            figures += left.element().figures();
            next.add(left.remove());
        }
        return next;
    }

    private FiguresTogether read(FamilyAndPeriod of, Family family, DisclosureRules rules) {
        String period = of.period();
        return new FiguresTogether(
                family,
                period,
                of.hasClosedWeights(),
                store.figures(family.number(), period),
                store.places(period),
                rules,
                store.earlier(family.sums().stream().map(Family.Sum::name).toList(), period));
    }
}
