package se.skolkvalitet.indicator.imports;

import static se.skolkvalitet.indicator.imports.PlannedEducationsForm.ADAPTED_COMPULSORY;
import static se.skolkvalitet.indicator.imports.PlannedEducationsForm.ADAPTED_UPPER_SECONDARY;
import static se.skolkvalitet.indicator.imports.PlannedEducationsForm.COMPULSORY;
import static se.skolkvalitet.indicator.imports.PlannedEducationsForm.PRESCHOOL_CLASS;
import static se.skolkvalitet.indicator.imports.PlannedEducationsForm.UPPER_SECONDARY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.skolkvalitet.indicator.unitcode.UnitCodeScheme;
import se.skolkvalitet.kit.text.Term;

/** Whose statistics a file holds, and so how it is read. */
public enum StatisticsSource implements Term {
    /** One answer of {@code GET /v4/school-units/{code}/statistics/gr} a line. */
    SKOLVERKET_PLANNED_EDUCATIONS_GR,
    /** The same of {@code statistics/fsk}: the preschool class. */
    SKOLVERKET_PLANNED_EDUCATIONS_FSK,
    /** The same of {@code statistics/gran}: adapted compulsory school. */
    SKOLVERKET_PLANNED_EDUCATIONS_GRAN,
    /** The same of {@code statistics/gy}: upper secondary school, by programme. */
    SKOLVERKET_PLANNED_EDUCATIONS_GY,
    /** The same of {@code statistics/gyan}: adapted upper secondary school. */
    SKOLVERKET_PLANNED_EDUCATIONS_GYAN,
    /** Answers of {@code GET /v4/statistics/national-values/gr}. */
    SKOLVERKET_NATIONAL_VALUES_GR,
    SKOLVERKET_NATIONAL_VALUES_FSK,
    SKOLVERKET_NATIONAL_VALUES_GRAN,
    /** The same of {@code national-values/gy/{programCode}}, one for each programme. */
    SKOLVERKET_NATIONAL_VALUES_GY,
    SKOLVERKET_NATIONAL_VALUES_GYAN,
    /** Answers of {@code GET /v4/statistics/all-schools/salsa}, of all units or of one. */
    SKOLVERKET_SALSA,
    /** One answer of {@code GET /v4/school-units/{code}/nestedsurveys/…} a line. */
    SKOLVERKET_SCHOOL_SURVEY,
    /** A CSV file of ours, whatever the figures come from. */
    CSV,
    /** Answers of {@code GET /v3/data} of Kolada: key figures of municipalities, counties and the nation. */
    KOLADA,
    /** Answers of {@code GET /v3/oudata} of Kolada: key figures of its organisational units. */
    KOLADA_OU,
    /** A dataset of a PxWeb database in JSON-stat 2.0, such as Skolverket's or Statistics Sweden's. */
    PXWEB,
    /** A text export of Skolverket's SIRIS. */
    SIRIS;

    /** There is no default: a source without a reader does not compile. */
    StatisticsReader reader() {
        return switch (this) {
            case SKOLVERKET_PLANNED_EDUCATIONS_GR -> PlannedEducationsReader.ofUnits(COMPULSORY);
            case SKOLVERKET_PLANNED_EDUCATIONS_FSK -> PlannedEducationsReader.ofUnits(PRESCHOOL_CLASS);
            case SKOLVERKET_PLANNED_EDUCATIONS_GRAN -> PlannedEducationsReader.ofUnits(ADAPTED_COMPULSORY);
            case SKOLVERKET_PLANNED_EDUCATIONS_GY -> PlannedEducationsReader.ofUnits(UPPER_SECONDARY);
            case SKOLVERKET_PLANNED_EDUCATIONS_GYAN -> PlannedEducationsReader.ofUnits(ADAPTED_UPPER_SECONDARY);
            case SKOLVERKET_NATIONAL_VALUES_GR -> PlannedEducationsReader.ofNation(COMPULSORY);
            case SKOLVERKET_NATIONAL_VALUES_FSK -> PlannedEducationsReader.ofNation(PRESCHOOL_CLASS);
            case SKOLVERKET_NATIONAL_VALUES_GRAN -> PlannedEducationsReader.ofNation(ADAPTED_COMPULSORY);
            case SKOLVERKET_NATIONAL_VALUES_GY -> PlannedEducationsReader.ofNation(UPPER_SECONDARY);
            case SKOLVERKET_NATIONAL_VALUES_GYAN -> PlannedEducationsReader.ofNation(ADAPTED_UPPER_SECONDARY);
            case SKOLVERKET_SALSA -> new SalsaReader();
            case SKOLVERKET_SCHOOL_SURVEY -> new SchoolSurveyReader();
            case CSV -> new CsvReader();
            case KOLADA -> KoladaReader.ofAreas();
            case KOLADA_OU -> KoladaReader.ofUnits();
            case PXWEB -> new PxWebReader();
            case SIRIS -> new SirisReader();
        };
    }

    /**
     * Whose measures its figures fill. National values are figures of the measures that the statistics of school units
     * fill, at another level.
     */
    StatisticsSource fills() {
        return switch (this) {
            case SKOLVERKET_NATIONAL_VALUES_GR -> SKOLVERKET_PLANNED_EDUCATIONS_GR;
            case SKOLVERKET_NATIONAL_VALUES_FSK -> SKOLVERKET_PLANNED_EDUCATIONS_FSK;
            case SKOLVERKET_NATIONAL_VALUES_GRAN -> SKOLVERKET_PLANNED_EDUCATIONS_GRAN;
            case SKOLVERKET_NATIONAL_VALUES_GY -> SKOLVERKET_PLANNED_EDUCATIONS_GY;
            case SKOLVERKET_NATIONAL_VALUES_GYAN -> SKOLVERKET_PLANNED_EDUCATIONS_GYAN;
            default -> this;
        };
    }

    /** Whose codes of school units it uses, where they are not those of the register. */
    Optional<UnitCodeScheme> unitCodes() {
        return this == KOLADA_OU ? Optional.of(UnitCodeScheme.KOLADA_OU) : Optional.empty();
    }

    /** Statistics of the source that are the differences of two others of it. */
    List<DifferenceKeys> differences() {
        return this == SKOLVERKET_SALSA
                ? List.of(
                        new DifferenceKeys(
                                "salsaAverageGradesIn9thGradeDeviation",
                                "salsaAverageGradesIn9thGradeActual",
                                "salsaAverageCalculated"),
                        new DifferenceKeys(
                                "salsaRequirementsReachedDeviation",
                                "salsaRequirementsReachedActual",
                                "salsaRequirementsReachedCalculated"))
                : List.of();
    }

    /** Keys of statistics of which the first is the second less the third. */
    record DifferenceKeys(String key, String of, String less) {
        Set<String> keys() {
            return Set.of(key, of, less);
        }
    }

    /**
     * Under which licence the source publishes all its figures, by its SPDX name. Empty where that is told of each table, or of
     * each file.
     */
    Optional<String> licence() {
        return switch (this) {
            case SKOLVERKET_PLANNED_EDUCATIONS_GR,
                    SKOLVERKET_PLANNED_EDUCATIONS_FSK,
                    SKOLVERKET_PLANNED_EDUCATIONS_GRAN,
                    SKOLVERKET_PLANNED_EDUCATIONS_GY,
                    SKOLVERKET_PLANNED_EDUCATIONS_GYAN,
                    SKOLVERKET_NATIONAL_VALUES_GR,
                    SKOLVERKET_NATIONAL_VALUES_FSK,
                    SKOLVERKET_NATIONAL_VALUES_GRAN,
                    SKOLVERKET_NATIONAL_VALUES_GY,
                    SKOLVERKET_NATIONAL_VALUES_GYAN,
                    SKOLVERKET_SALSA,
                    SKOLVERKET_SCHOOL_SURVEY,
                    KOLADA,
                    KOLADA_OU,
                    SIRIS -> Optional.of("CC0-1.0");
            case CSV, PXWEB -> Optional.empty();
        };
    }
}
