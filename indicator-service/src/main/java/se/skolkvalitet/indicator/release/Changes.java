package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import java.util.List;
import se.skolkvalitet.kit.web.Paged;

/**
 * What is other in a release than in one before.
 *
 * @param since the release that it is held against
 * @param severity of the gravest change; null where there is none
 * @param items definitions first, then areas, then values; one page of them
 * @param next cursor of the next page, null on the last
 */
record Changes(
        String release,
        String since,
        @Nullable ChangeSeverity severity,
        List<Change> items,
        @Nullable String next) implements Paged {}
