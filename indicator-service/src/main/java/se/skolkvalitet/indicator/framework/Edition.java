package se.skolkvalitet.indicator.framework;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.formula.Dimension;
import se.skolkvalitet.formula.Selection;
import se.skolkvalitet.kit.text.InvalidValue;

/** What this service needs of an edition of the framework, as framework-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Edition(
        int number,
        List<Measure> measures,
        List<Goal> goals,
        List<SubGoal> subGoals,
        List<Indicator> indicators,
        List<SuccessFactor> successFactors,
        List<Peers> peers,
        LeastCoverage leastCoverage,
        @Nullable Disclosure disclosure) {

    public Edition {
        peers = peers == null ? List.of() : peers;
    }

    private static final String PERCENT = "percent";

    /**
     * How much of the weight must have a figure for an estimate to be told, from 0 to 1; null in editions that leave it as usual.
     *
     * @param wide of the nation and counties
     * @param narrow of municipalities and organisers
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LeastCoverage(BigDecimal wide, BigDecimal narrow) {}

    /**
     * How few pupils a value may be about; null in editions that leave it as usual.
     *
     * @param leastGroup of fewer no share is told
     * @param leastCount over zero and under it, no number of pupils is told, nor a share by which it could be worked out
     * @param few what is told where so few of a large enough group are counted; null for nothing
     * @param width how uncertain a withheld count has to be; null for as much as usual
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Disclosure(
            int leastGroup,
            int leastCount,
            @Nullable String few,
            @Nullable Integer width) {
        private static final String ROUNDED = "rounded";

        /** Whether a share is told to be nearly 0 or nearly 100 where few have what it is of, or have it not. */
        public boolean tellsNearly() {
            return ROUNDED.equals(few);
        }
    }

    /** A text in Swedish and English. */
    public record Text(String sv, String en) {}

    /**
     * A raw statistic; {@code source} and {@code sourceKey} say where it is found.
     *
     * @param areas where its figures at certain levels are found instead; null where all are in one source
     * @param grades of which it has figures; empty where it has them of all grades of its school forms
     * @param protects whom its figures are about; null for pupils
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Measure(
            String code,
            Text name,
            String unit,
            String kind,
            String source,
            String sourceKey,
            @Nullable AreaFigures areas,
            Set<String> schoolForms,
            Set<Integer> grades,
            String periodKind,

            @Nullable @Schema(enumeration = {"pupils", "nobody"})
            String protects) {
        private static final String NOBODY = "nobody";

        public Measure {
            schoolForms = inOrder(schoolForms);
            grades = inOrder(grades);
        }

        /** The same answer each time; what an edition does not tell is empty. */
        private static <T> Set<T> inOrder(Set<T> told) {
            return told == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(told));
        }

        /** What it is called in a source that tells its figures, of whichever level. */
        public Optional<String> keyIn(String name) {
            if (source.equals(name)) {
                return Optional.of(sourceKey);
            }
            return Optional.ofNullable(areas)
                    .filter(found -> found.source().equals(name))
                    .map(AreaFigures::sourceKey);
        }

        /** The source in which its figures of a level are found. */
        public String sourceOf(String level) {
            return isElsewhere(level) ? areas.source() : source;
        }

        /** What it is called there. */
        public String sourceKeyOf(String level) {
            return isElsewhere(level) ? areas.sourceKey() : sourceKey;
        }

        private boolean isElsewhere(String level) {
            return areas != null && areas.levels().contains(level);
        }

        /**
         * Whether its figures lie between 0 and 100. Those that are in percent without being shares do not: deviations,
         * what a model calculates.
         */
        public boolean sharesInPercent() {
            return unit.equals(PERCENT) && kind.equals("share");
        }

        public boolean counts() {
            return kind.equals("count");
        }

        /** Whether pupils could be recognised by its figures, where it counts too few of them. */
        public boolean aboutPupils() {
            return !NOBODY.equals(protects);
        }

        /** Of which grades those of its figures are that a formula chooses; empty for all. */
        public Set<Integer> grades(Selection chosen) {
            String grade = chosen.value(Dimension.GRADE, "");
            return grade.isEmpty() ? grades : Set.of(Integer.valueOf(grade));
        }

        public boolean perSchoolYear() {
            return periodKind.equals("school-year");
        }

        /**
         * The school form, where the measure is about it.
         *
         * @throws InvalidValue where it is about others
         */
        public String about(String schoolForm) {
            if (!schoolForms.contains(schoolForm)) {
                throw new InvalidValue(
                        "school-form",
                        "'%s' is not a school form of %s, which is about %s",
                        schoolForm,
                        code,
                        String.join(", ", schoolForms));
            }
            return schoolForm;
        }

        /**
         * The school form of figures of which the source does not tell it.
         *
         * @throws InvalidValue where the measure is not about one alone
         */
        public String onlySchoolForm() {
            if (schoolForms.size() != 1) {
                throw new InvalidValue(
                        "school-form",
                        "The source does not tell of which school form a figure is, and %s is about %s",
                        code,
                        String.join(", ", schoolForms));
            }
            return schoolForms.iterator().next();
        }
    }

    /** Where a measure's figures of areas at these levels are found. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AreaFigures(Set<String> levels, String source, String sourceKey) {}

    /** The overall goal of one school form. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Goal(String code, String schoolForm, Text name) {}

    /**
     * Makes a goal precise within one area.
     *
     * @param notFollowed why no indicator follows it up; null where one does
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SubGoal(String code, String goal, String area, Text name, Text notFollowed) {}

    /**
     * A measure of how far a sub-goal is reached.
     *
     * @param expectedBy indicators of the background by which its value is expected; empty where by none
     * @param deviationIn indicator of how far the value is from what its source itself expects; null where it expects nothing
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(
            String code,
            Text name,
            Text description,
            List<String> subGoals,
            Set<String> schoolForms,
            String unit,
            int decimals,
            String direction,
            String periodKind,
            String formula,
            List<String> expectedBy,
            @Nullable String deviationIn) {
        public Indicator {
            expectedBy = expectedBy == null ? List.of() : expectedBy;
        }

        public boolean inPercent() {
            return unit.equals(PERCENT);
        }

        public boolean counts() {
            return unit.equals("number");
        }
    }

    /**
     * What leads to development, with questions for the dialogue.
     *
     * @param levels for self-assessment, from the first steps upwards; empty where the edition describes none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SuccessFactor(
            String code,
            Text name,
            List<String> subGoals,
            List<Text> questions,
            List<Text> levels,
            List<Reference> references) {
        public SuccessFactor {
            levels = levels == null ? List.of() : levels;
            references = references == null ? List.of() : references;
        }
    }

    /** A publication in which more can be read; the address may be null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reference(String title, String publisher, int year, String url) {}

    /**
     * By which background the organisers of a school form are alike.
     *
     * @param background codes of indicators
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Peers(String schoolForm, List<String> background) {}

    public Optional<Measure> measure(String code) {
        return measures.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Indicator> indicator(String code) {
        return indicators.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
