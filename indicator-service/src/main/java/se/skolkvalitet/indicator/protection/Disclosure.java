package se.skolkvalitet.indicator.protection;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.TreeMap;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.Paged;

/**
 * What is withheld of a release so that nobody can find out few pupils, of figures that their sources do not publish.
 *
 * @param release its number
 * @param counts of all tables
 * @param items one page of the tables
 * @param next cursor of the next page of tables, null on the last
 */
public record Disclosure(
        String release,
        WithheldCounts counts,
        List<WithheldByLevel> levels,
        List<WithheldTable> items,
        @Nullable String next)
        implements Paged {

    /**
     * @param all tables of the release
     * @param page of them
     */
    public static Disclosure of(String release, List<WithheldTable> all, Page<WithheldTable> page) {
        TreeMap<Level, WithheldByLevel> levels = new TreeMap<>();
        all.forEach(table -> table.levels().forEach(one -> levels.merge(one.level(), one, WithheldByLevel::plus)));
        return new Disclosure(release, counts(all), List.copyOf(levels.values()), page.items(), page.next());
    }

    /** Of all of them together. */
    public static WithheldCounts counts(List<WithheldTable> tables) {
        return tables.stream().map(WithheldTable::counts).reduce(WithheldCounts.NONE, WithheldCounts::plus);
    }
}
