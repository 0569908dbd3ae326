package se.skolkvalitet.indicator.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import se.skolkvalitet.indicator.imports.StatisticsImportJob.Parameters;
import se.skolkvalitet.kit.imports.ImportMode;

/** An import that brought observations, in the database. */
@Entity
@Table(name = "statistics_import")
class StatisticsImportEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long number;

    private UUID job;
    private StatisticsSource source;
    private ImportMode mode;
    private boolean complete;
    private Licence licence;
    private String sha256;
    private Instant importedAt;

    /** As others are told it, which the database makes of it. */
    @Column(insertable = false, updatable = false)
    private String toldSha256;

    protected StatisticsImportEntity() {}

    /**
     * @param complete whether it was taken as all that there is, which may be less than was asked for
     * @param sha256 of the file, in hexadecimal
     */
    StatisticsImportEntity(UUID job, Parameters asked, boolean complete, String sha256, Instant importedAt) {
        this.job = job;
        this.source = asked.source();
        this.mode = asked.mode();
        this.complete = complete;
        this.licence = asked.licence();
        this.sha256 = sha256;
        this.importedAt = importedAt;
    }

    long number() {
        return number;
    }

    StatisticsImport told() {
        return new StatisticsImport(number, source, complete, licence, toldSha256, importedAt);
    }
}
