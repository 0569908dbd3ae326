package se.skolkvalitet.indicator.imports;

import java.util.Optional;
import se.skolkvalitet.indicator.unitcode.UnitCodeScheme;
import se.skolkvalitet.kit.text.Term;

/** Whose statistics a file holds, and so how it is read. */
public enum StatisticsSource implements Term {
    /** One answer of {@code GET /v4/school-units/{code}/statistics/gr} a line. */
    SKOLVERKET_PLANNED_EDUCATIONS_GR,
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
            case SKOLVERKET_PLANNED_EDUCATIONS_GR -> new PlannedEducationsReader();
            case CSV -> new CsvReader();
            case KOLADA -> KoladaReader.ofAreas();
            case KOLADA_OU -> KoladaReader.ofUnits();
            case PXWEB -> new PxWebReader();
            case SIRIS -> new SirisReader();
        };
    }

    /** Whose codes of school units it uses, where they are not those of the register. */
    Optional<UnitCodeScheme> unitCodes() {
        return this == KOLADA_OU ? Optional.of(UnitCodeScheme.KOLADA_OU) : Optional.empty();
    }

    /**
     * Under which licence the source publishes all its figures, by its SPDX name. Empty where that is told of each table, or of
     * each file.
     */
    Optional<String> licence() {
        return switch (this) {
            case SKOLVERKET_PLANNED_EDUCATIONS_GR, KOLADA, KOLADA_OU, SIRIS -> Optional.of("CC0-1.0");
            case CSV, PXWEB -> Optional.empty();
        };
    }
}
