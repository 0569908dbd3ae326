package se.skolkvalitet.indicator.release;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/**
 * A release in the database: in preparation, then published, then never changed but for what corrects it. The ids of its values
 * name their school form, which they did not in releases before 0.2.
 */
@Entity
@Table(name = "release")
class ReleaseEntity {
    @Id
    private String id;

    private int year;
    private int serial;
    private int correction;
    private long sequence;
    private ReleaseState state;
    private String corrects;
    private String correctedBy;
    private long calculation;
    private int edition;
    private String codeVersion;
    private OffsetDateTime checkedAt;
    private OffsetDateTime publishedAt;
    private long valueCount;
    private boolean formsInIds;

    protected ReleaseEntity() {}

    ReleaseEntity(Release release, ReleaseNumber number) {
        this.id = release.id();
        this.year = number.year();
        this.serial = number.serial();
        this.correction = number.correction();
        this.sequence = release.sequence();
        this.state = release.state();
        this.corrects = release.corrects();
        this.calculation = release.calculation();
        this.edition = release.edition();
        this.codeVersion = release.codeVersion();
        this.publishedAt = release.publishedAt();
        this.valueCount = release.valueCount();
        this.formsInIds = true;
    }

    ReleaseNumber number() {
        return new ReleaseNumber(year, serial, correction);
    }

    String id() {
        return id;
    }

    /** Null until its checks have been made. */
    OffsetDateTime checkedAt() {
        return checkedAt;
    }

    Release toRecord() {
        return new Release(
                id, sequence, state, corrects, correctedBy, calculation, edition, codeVersion, publishedAt, valueCount);
    }

    void check(OffsetDateTime now) {
        checkedAt = now;
    }

    void publish(OffsetDateTime now) {
        publishedAt = now;
        state = ReleaseState.PUBLISHED;
    }

    void correct(String by) {
        correctedBy = by;
        state = ReleaseState.CORRECTED;
    }
}
