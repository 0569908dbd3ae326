package se.skolkvalitet.indicator.protection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.certificate.Checker;
import se.skolkvalitet.disclosure.Protector;
import se.skolkvalitet.disclosure.Table;

/**
 * Withholds figures of pupils of a calculation, where its sources do not publish them: those that tell of few, and as few others
 * as it can, so that nobody can work them out. It comes after figures have been added up, and before values are made of them.
 */
@ApplicationScoped
public class PupilProtection {
    /** A small table is protected as well as can be; a large one has to be ready some day. */
    private static final int MOST_TRIES = 200;

    private static final int LEAST_TRIES = 10;
    private static final int CELLS_FOR_ALL_TRIES = 200_000;
    private static final int MOST_ROUNDS = 60;
    private static final int LEAST_ROUNDS = 10;
    private static final int CELLS_FOR_ALL_ROUNDS = 100_000;

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

    /** @throws IllegalStateException where what is withheld would not do, which nothing can be published of then */
    public void protect(long calculation, List<Family> families, DisclosureRules rules) {
        if (!store.hasClosedFigures()) {
            return;
        }
        Map<Integer, Family> byNumber =
                families.stream().collect(Collectors.toMap(Family::number, Function.identity()));
        List<Withheld> withheld = new ArrayList<>();
        store.gather()
                .forEach(of -> withheld.addAll(protect(calculation, byNumber.get(of.family()), of.period(), rules)));
        store.withhold(withheld);
    }

    private List<Withheld> protect(long calculation, Family family, String period, DisclosureRules rules) {
        List<FigureOfPupils> figures = store.figures(family.number(), period);
        List<EarlierTable> earlier =
                store.earlier(family.sums().stream().map(Family.Sum::name).toList(), period);
        Table table = TableOfPupils.of(family, figures, store.places(period), rules, earlier);
        Protector.Result made = protect(table);
        BitSet cells = made.suppression().withheld();
        List<String> findings = Checker.check(table.published(cells), made.certificate());
        if (!findings.isEmpty()) {
            throw new IllegalStateException("%s of %s is not protected: %s".formatted(family.name(), period, findings));
        }
        long number = store.keep(calculation, ProtectedTable.of(family, period, figures, table, made));
        return cells.stream()
                .filter(cell -> cell < figures.size())
                .mapToObj(cell -> new Withheld(
                        number,
                        figures.get(cell).step(),
                        figures.get(cell).area(),
                        period,
                        table.cells().get(cell).isPrimary()))
                .toList();
    }

    private static Protector.Result protect(Table table) {
        int size = Math.max(1, table.cells().size());
        return Protector.protect(
                table,
                Math.max(LEAST_TRIES, Math.min(MOST_TRIES, CELLS_FOR_ALL_TRIES / size)),
                Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, CELLS_FOR_ALL_ROUNDS / size)));
    }
}
