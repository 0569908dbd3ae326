package se.skolkvalitet.framework.edition;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** An edition in a list, without its parts. */
public record EditionSummary(
        int number,
        EditionState state,
        long version,
        Text title,
        LocalDate validFrom,
        @Nullable OffsetDateTime publishedAt) {

    static EditionSummary from(Edition edition) {
        return new EditionSummary(
                edition.number(),
                edition.state(),
                edition.version(),
                edition.title(),
                edition.validFrom(),
                edition.publishedAt());
    }
}
