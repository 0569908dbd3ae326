package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import se.skolkvalitet.kit.time.Ids;

/** What a row of every part of an edition has. Parts refer to each other by code. */
@MappedSuperclass
abstract class PartEntity {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "edition")
    private EditionEntity edition;

    private int position;
    private String code;

    @Embedded
    private TextInColumns name;

    protected PartEntity() {}

    /** @param position in the edition's list of such parts, from 0 */
    PartEntity(EditionEntity edition, int position, String code, Text name) {
        this.id = Ids.next();
        this.edition = edition;
        this.position = position;
        this.code = code;
        this.name = TextInColumns.of(name);
    }

    String code() {
        return code;
    }

    Text name() {
        return TextInColumns.text(name);
    }
}
