package se.skolkvalitet.indicator.value;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.imports.ObservationStatus;
import se.skolkvalitet.kit.text.Term;
import se.skolkvalitet.kit.web.Paged;

/**
 * Where a value comes from.
 *
 * @param formula of the indicator, in the edition of the release
 * @param explanation how the value was made, in English
 * @param steps the same, step by step
 * @param items the observations that went in, with the import and the line that each came from; one page of them
 * @param next cursor of the next page of sources, null on the last
 */
public record Provenance(
        Value value,
        int edition,
        String formula,
        String explanation,
        List<Step> steps,
        List<Source> items,
        @Nullable String next)
        implements Paged {

    /** What was done, and how it reads in English. */
    public record Step(StepKind kind, String text) {}

    /** What was done on the way to a value. */
    public enum StepKind implements Term {
        /** The source tells the value itself. */
        REPORTED,
        /** The figures of units are added up, and the sums divided. */
        AGGREGATED,
        /** Units weigh differently. */
        WEIGHTED,
        /** Values are made of values. */
        COMBINED,
        /** Three periods are taken together. */
        POOLED,
        /** As of which day units belong to the area. */
        MEMBERSHIP,
        /** It is not exact, and why. */
        ESTIMATED,
        /** Between which it lies, because it rests on rounded figures. */
        BOUNDED,
        /** By which rule it is not told. */
        WITHHELD,
        /** Why there is none. */
        ABSENT,
        ROUNDED,
        /** How much chance there is in it. */
        INTERVAL
    }

    /**
     * A figure as a source gave it.
     *
     * @param unit the school unit's code, or the area's where the source tells a figure of it
     * @param grade empty where it is of all grades of the measure
     * @param programme empty where it is of all
     * @param low the least that a figure may stand for that the source rounded
     * @param high the most
     * @param raw the figure's text as it stood there
     * @param line of the file; 0 where the figure is withdrawn, because the file does not hold it
     * @param sha256 of the imported file; where its figures are not published by its source, of a secret number and that, so that nobody can
     *     try out which file it was
     * @param licence under which the file's figures may be used, by its SPDX name; null where nobody has told it
     */
    public record Source(
            String unit,
            Level level,
            String measure,
            @Nullable String period,
            String schoolForm,
            String sex,
            String grade,
            String programme,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String status,
            @Nullable String raw,
            long importNumber,
            long line,
            String source,
            String sha256,
            @Nullable String licence,
            OffsetDateTime importedAt) {

        /** The same without any number of it: of a value that is withheld. A sign such as {@code ..} stays. */
        Source withoutFigure() {
            return withoutFigure(status);
        }

        /** The same without any number of it, where it is withheld itself. */
        Source withheld() {
            return withoutFigure(ObservationStatus.WITHHELD.value());
        }

        private Source withoutFigure(String status) {
            return new Source(
                    unit,
                    level,
                    measure,
                    period,
                    schoolForm,
                    sex,
                    grade,
                    programme,
                    null,
                    null,
                    null,
                    status,
                    raw == null || raw.chars().anyMatch(Character::isDigit) ? null : raw,
                    importNumber,
                    line,
                    source,
                    sha256,
                    licence,
                    importedAt);
        }
    }
}
