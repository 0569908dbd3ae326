package se.skolkvalitet.framework.edition;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.formula.MeasureKind;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Unit;
import se.skolkvalitet.kit.text.TextRules;

/**
 * What an edition says: the measures that statistics deliver, the national goals, their sub-goals, the indicators that
 * follow the sub-goals up, and the success factors that bear on them. Parts refer to each other by code.
 *
 * @param note for the reader of the edition, for example that its texts are illustrative
 * @param validFrom the first day on which the edition is in force
 * @param peers by which background organisers are alike, at most once for each school form
 * @param leastCoverage null for the usual one
 * @param disclosure null for the usual rules
 */
public record Framework(
        @NotNull @Valid Text title,
        @Valid Text note,
        @NotNull LocalDate validFrom,
        @NotNull @Size(max = 2000) List<@NotNull @Valid Measure> measures,
        @NotNull @Size(max = 100) List<@NotNull @Valid Goal> goals,
        @NotNull @Size(max = 500) List<@NotNull @Valid SubGoal> subGoals,
        @NotNull @Size(max = 1000) List<@NotNull @Valid Indicator> indicators,
        @NotNull @Size(max = 500) List<@NotNull @Valid SuccessFactor> successFactors,

        @Size(max = 10)
        @Schema(description = "By which background organisers are alike; of each school form at most once.")
        List<@NotNull @Valid Peers> peers,

        @Nullable @Valid LeastCoverage leastCoverage,
        @Nullable @Valid Disclosure disclosure) {
    private static final String CODE = "[A-Z][A-Z0-9]*(-[A-Z0-9]+){0,19}";
    private static final String CODE_RULE = "a code has capital letters, digits and hyphens, such as GR-MERIT-9";
    private static final String ADDRESS = "^https://[\\x21-\\x7E]+$";
    private static final String FORMULA = "[\\P{Cc}\\t\\n\\r]*";

    public Framework {
        peers = peers == null ? List.of() : peers;
    }

    /** The overall goal of one school form. */
    public record Goal(
            @NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE)
            String code,

            @NotNull SchoolForm schoolForm,
            @NotNull @Valid Text name,
            @NotNull @Valid Text description) {}

    /**
     * Makes a goal precise within one area.
     *
     * @param notFollowed why no indicator follows it up, where none does: no public source tells of it
     */
    public record SubGoal(
            @NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE)
            String code,

            @NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE)
            String goal,

            @NotNull Area area,
            @NotNull @Valid Text name,
            @NotNull @Valid Text description,
            @Nullable @Valid Text notFollowed) {}

    /**
     * A raw statistic that formulas may name.
     *
     * @param source the kind of import that delivers it
     * @param sourceKey its name in that source, for example {@code averageGradesMeritRating9thGrade}
     * @param areas where the figures of certain areas are found instead; null where it has no other source
     * @param grades which a school unit must have to be among those that could have a figure; null where every unit of
     *     its school forms could
     * @param protects whom its figures are about; null for pupils
     * @param note what its source leaves unclear, or what one has to know to read its figures; null where there is nothing
     */
    public record Measure(
            @NotNull
            @Size(max = 60)
            @Pattern(
                    regexp = "[a-z][a-z0-9]*\\.[a-z0-9]+(-[a-z0-9]+){0,28}",
                    message = "a measure's code is written like gr.merit-rating-9")
            String code,

            @NotNull @Valid Text name,
            @NotNull Unit unit,
            @NotNull MeasureKind kind,

            @NotNull @Size(max = 60) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String source,

            @NotNull @Size(max = 100) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String sourceKey,

            @Nullable @Valid AreaFigures areas,
            @NotNull @Size(min = 1) Set<@NotNull SchoolForm> schoolForms,

            @Nullable
            @Size(min = 1)
            @Schema(
                    description =
                            "Of which grades it has figures, in order; 0 is the preschool class. Without it, of all"
                                    + " grades of its school forms.")
            Set<@NotNull @Min(0) @Max(13) Integer> grades,

            @NotNull PeriodKind periodKind,
            @Nullable People protects,
            @Nullable @Valid Text note) {}

    /**
     * Where a measure's figures of areas at these levels are found, and only there: another source than that of its school
     * units publishes them.
     */
    public record AreaFigures(
            @NotNull @Size(min = 1) Set<@NotNull AreaLevel> levels,

            @NotNull @Size(max = 60) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String source,

            @NotNull @Size(max = 100) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String sourceKey) {}

    /**
     * A measure of how far a sub-goal is reached.
     *
     * @param decimals of its published values
     * @param formula in the indicator formula language
     * @param expectedBy indicators of the background by which its value is expected; null where none are
     * @param deviationIn indicator of how far the value is from what its source itself expects; null where it expects nothing
     */
    public record Indicator(
            @NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE)
            String code,

            @NotNull @Valid Text name,
            @NotNull @Valid Text description,

            @NotNull @Size(min = 1, max = 20)
            List<@NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE) String> subGoals,

            @NotNull @Size(min = 1) Set<@NotNull SchoolForm> schoolForms,
            @NotNull Unit unit,
            @NotNull @Min(0) @Max(4) Integer decimals,
            @NotNull Direction direction,
            @NotNull PeriodKind periodKind,

            @NotNull
            @Size(max = 4000)
            @Pattern(regexp = FORMULA, message = "a formula has no control characters but line breaks and tabs")
            @Schema(examples = "mean(gr.merit-rating-9 weight gr.pupils latest)")
            String formula,

            @Nullable
            @Size(min = 1, max = 5)
            @Schema(description = "Codes of the indicators of the background by which its value is expected.")
            List<@NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE) String> expectedBy,

            @Nullable
            @Size(max = 40)
            @Pattern(regexp = CODE, message = CODE_RULE)
            @Schema(
                    description =
                            "Code of the indicator that tells how far the value is from what its source expects by the"
                                    + " background.")
            String deviationIn) {}

    /**
     * What research and proven experience show leads to development.
     *
     * @param questions for the self-assessment and the dialogue
     * @param levels what it looks like from the first steps to where it carries the whole organisation, in this order; the
     *     self-assessment is to say which of them fits best
     * @param references where what it says can be read
     */
    public record SuccessFactor(
            @NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE)
            String code,

            @NotNull @Valid Text name,
            @NotNull @Valid Text description,

            @NotNull @Size(min = 1, max = 100)
            List<@NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE) String> subGoals,

            @NotNull @Size(max = 20) List<@NotNull @Valid Text> questions,

            @Size(max = 10) @Schema(description = "From the first steps upwards, for self-assessment.")
            List<@NotNull @Valid Text> levels,

            @Size(max = 20) List<@NotNull @Valid Reference> references) {
        public SuccessFactor {
            levels = levels == null ? List.of() : levels;
            references = references == null ? List.of() : references;
        }
    }

    /**
     * By which background the organisers of a school form are alike, so that one may be set beside its peers.
     *
     * @param background codes of indicators
     */
    public record Peers(
            @NotNull SchoolForm schoolForm,

            @NotNull @Size(min = 1, max = 5)
            List<@NotNull @Size(max = 40) @Pattern(regexp = CODE, message = CODE_RULE) String> background) {}

    /**
     * How much of the weight of an area's units must have a figure for an estimate to be told, from 0 to 1.
     *
     * @param wide of the nation and counties
     * @param narrow of municipalities and organisers
     */
    public record LeastCoverage(
            @NotNull
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 3)
            @Schema(description = "Of the nation and counties; 0.8 where the edition says nothing.")
            BigDecimal wide,

            @NotNull
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 3)
            @Schema(description = "Of municipalities and organisers; 0.5 where the edition says nothing.")
            BigDecimal narrow) {}

    /**
     * How few pupils a value may be about.
     *
     * @param leastGroup of fewer no share and no average is told
     * @param leastCount over zero and under it, no number of pupils is told, nor a share by which it could be worked out
     * @param few what is told where at least {@code leastGroup} are counted, and so few of them have what a share is of, or
     *     have it not; null for nothing
     */
    public record Disclosure(
            @NotNull
            @Min(1)
            @Max(1000)
            @Schema(description = "Of fewer pupils no share and no average is told; 10 where the edition says nothing.")
            Integer leastGroup,

            @NotNull
            @Min(1)
            @Max(1000)
            @Schema(
                    description =
                            "Over zero and under it, no number of pupils is told, nor a share by which it could be worked"
                                    + " out; 5 where the edition says nothing.")
            Integer leastCount,

            @Nullable FewTold few,

            @Nullable
            @Min(0)
            @Max(1000)
            @Schema(
                    description =
                            "How far apart the least and the most that a withheld number of pupils may be lie at least, to who"
                                    + " knows all that is told, that numbers are whole and not below zero, and by which of"
                                    + " these rules they are withheld; 0: it does not follow from what is told, and nothing"
                                    + " more; 1 where the edition says nothing.")
            Integer width) {}

    /**
     * A publication.
     *
     * @param title in the language that it is written in
     */
    public record Reference(
            @NotNull @Size(max = 300) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String title,

            @NotNull @Size(max = 100) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_IN_WORDS)
            String publisher,

            @NotNull @Min(1900) @Max(2100) Integer year,

            @Nullable
            @Size(max = 500)
            @Pattern(regexp = ADDRESS, message = "an address begins with https:// and has no blanks")
            String url) {}
}
