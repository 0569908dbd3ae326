package se.skolkvalitet.indicator.calculation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A calculation in the database; its values are rows of a partition of their own. */
@Entity
@Table(name = "calculation")
class CalculationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long number;

    private UUID job;
    private int edition;
    private long lastImport;
    private String fingerprint;
    private Instant calculatedAt;
    private long knownRelease;
    private String codeVersion;

    protected CalculationEntity() {}

    /** @param knownRelease sequence of the newest release of its time */
    CalculationEntity(
            UUID job,
            int edition,
            long lastImport,
            String fingerprint,
            Instant calculatedAt,
            long knownRelease,
            String codeVersion) {
        this.job = job;
        this.edition = edition;
        this.lastImport = lastImport;
        this.fingerprint = fingerprint;
        this.calculatedAt = calculatedAt;
        this.knownRelease = knownRelease;
        this.codeVersion = codeVersion;
    }

    long number() {
        return number;
    }
}
