package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.indicator.area.Level;

/**
 * Something that a check of a release has found, which somebody explains before it is published.
 *
 * @param id the same where the same is found again
 * @param sex of girls or boys only where it is not found of all
 * @param period of the values
 * @param sincePeriod the period before, that they are held against; null where it is a release
 * @param sinceRelease the release before, that they are held against; null where it is a period
 * @param areas how many have no value any more, or one that is much other
 * @param among of how many that had one
 * @param largest the areas that are most other, the largest first; empty where values are gone
 * @param reason null while nobody has told it
 */
record CheckFinding(
        UUID id,
        CheckKind check,
        String indicator,
        String schoolForm,
        String sex,
        Level level,
        String period,
        @Nullable String sincePeriod,
        @Nullable String sinceRelease,
        int areas,
        int among,
        List<Jump> largest,
        @Nullable String reason) {

    /** A value that is much other than before. */
    record Jump(String area, BigDecimal before, BigDecimal after) {}
}
