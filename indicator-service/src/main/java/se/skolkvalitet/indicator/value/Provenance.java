package se.skolkvalitet.indicator.value;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import se.skolkvalitet.kit.web.Paged;

/**
 * Where a value comes from.
 *
 * @param formula of the indicator, in the edition of the release
 * @param explanation the same in a sentence
 * @param items the observations that went in, with the import and the line that each came from; one page of them
 * @param next cursor of the next page of sources, null on the last
 */
public record Provenance(
        Value value,
        int edition,
        String formula,
        String explanation,
        List<Source> items,
        @Nullable String next) implements Paged {

    /**
     * A figure as a source gave it.
     *
     * @param raw the figure's text as it stood there
     * @param sha256 of the imported file
     */
    public record Source(
            String unit,
            String measure,
            @Nullable String period,
            @Nullable BigDecimal value,
            String status,
            @Nullable String raw,
            long importNumber,
            long line,
            String source,
            String sha256,
            OffsetDateTime importedAt) {}
}
