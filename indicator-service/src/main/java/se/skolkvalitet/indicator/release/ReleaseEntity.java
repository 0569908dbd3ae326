package se.skolkvalitet.indicator.release;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/**
 * A release in the database: in preparation, then published, then never changed. The ids of its values name their school
 * form, which they did not in releases before 0.2.
 */
@Entity
@Table(name = "release")
class ReleaseEntity {
    @Id
    private String id;

    private long sequence;
    private long calculation;
    private int edition;
    private String codeVersion;
    private OffsetDateTime publishedAt;
    private long valueCount;
    private boolean formsInIds;

    protected ReleaseEntity() {}

    ReleaseEntity(Release release) {
        this.id = release.id();
        this.sequence = release.sequence();
        this.calculation = release.calculation();
        this.edition = release.edition();
        this.codeVersion = release.codeVersion();
        this.publishedAt = release.publishedAt();
        this.valueCount = release.valueCount();
        this.formsInIds = true;
    }

    void publish(OffsetDateTime now) {
        publishedAt = now;
    }
}
