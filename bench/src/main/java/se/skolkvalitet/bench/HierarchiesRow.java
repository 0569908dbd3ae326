package se.skolkvalitet.bench;

import java.util.List;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.disclosure.Hierarchies;

/** Made-up tables of schools, protected and attacked; small ones are held against the cheapest of all choices. */
final class HierarchiesRow implements Row {
    private static final int TABLES = 10_000;

    private static final String GAP =
            "The search ends when it finds nothing cheaper for a while; it does not try all choices. Nearer would come: more"
                    + " steps in small tables.";

    @Override
    public String name() {
        return "hierarchies";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        Stopwatch watch = Stopwatch.start();
        Hierarchies all = Hierarchies.of(bench.options().size().seed(), TABLES);
        if (all.exposed() > 0) {
            throw new BenchFailed("Of %,d primary cells %d were found out.".formatted(all.primaries(), all.exposed()));
        }
        String measured =
                ("Of %,d tables of up to 12 units with organisers and municipalities, some by sex, with those who did not"
                                + " reach a goal, with organisers that know their own, linked with another table, or after an earlier release, %,d primary cells"
                                + " could be protected; elimination in whole numbers finds out none of them. %,d tables of up to 5"
                                + " units are small enough to try all choices. %.0f s in all.")
                        .formatted(all.tables(), all.primaries(), all.small(), watch.seconds());
        bench.say(measured);
        return List.of(new Measurement(
                "hierarchies",
                "What is withheld for others in small tables",
                "the fewest of all choices",
                Figures.of(Unit.CELLS, List.of(new Pair(all.cost(), all.cheapest()))),
                measured,
                GAP));
    }
}
