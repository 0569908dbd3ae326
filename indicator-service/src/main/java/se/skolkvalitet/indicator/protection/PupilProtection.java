package se.skolkvalitet.indicator.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        List<FamilyAndPeriod> all = store.gather();
        // The transaction is this thread's; others only compute.
        try (SeveralAtOnce several = new SeveralAtOnce()) {
            int begun = 0;
            Places places = null;
            for (FamilyAndPeriod of : all) {
                if (begun == 0 || !of.period().equals(all.get(begun - 1).period())) {
                    places = store.places(of.period());
                }
                progress.at(begun - several.size(), all.size());
                several.begin(read(of, byNumber.get(of.family()), places, rules));
                begun++;
                while (several.isNextDone()) {
                    store.keep(calculation, several.next());
                }
            }
            while (several.size() > 0) {
                progress.at(begun - several.size(), all.size());
                store.keep(calculation, several.next());
            }
        }
        store.withhold();
    }

    private FiguresTogether read(FamilyAndPeriod of, Family family, Places places, DisclosureRules rules) {
        String period = of.period();
        return new FiguresTogether(
                family,
                period,
                of.hasClosedWeights(),
                store.figures(family.number(), period),
                places,
                rules,
                store.earlier(family.sums().stream().map(Family.Sum::name).toList(), period));
    }
}
