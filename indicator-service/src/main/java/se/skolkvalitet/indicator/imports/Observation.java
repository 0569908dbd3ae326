package se.skolkvalitet.indicator.imports;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.area.Level;

/**
 * A figure of a measure for a school unit or an area, whichever source it comes from.
 *
 * @param raw the figure as it stands in the file; null where nothing does
 */
record Observation(Level level, String area, String measure, Period period, Group group, Figure figure, String raw) {
    /** The text of a figure and what the source says beside it, of which each may be null. */
    static String raw(String... parts) {
        String raw = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return raw.isEmpty() ? null : raw;
    }
}
