package se.skolkvalitet.indicator.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An import that brought observations, in the database. */
@Entity
@Table(name = "statistics_import")
class StatisticsImportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long number;

    private UUID job;
    private StatisticsSource source;
    private String sha256;
    private Instant importedAt;

    protected StatisticsImportEntity() {}

    /** @param sha256 of the file, in hexadecimal */
    StatisticsImportEntity(UUID job, StatisticsSource source, String sha256, Instant importedAt) {
        this.job = job;
        this.source = source;
        this.sha256 = sha256;
        this.importedAt = importedAt;
    }

    long number() {
        return number;
    }
}
