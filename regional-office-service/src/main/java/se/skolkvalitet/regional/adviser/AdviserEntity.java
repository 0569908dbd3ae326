package se.skolkvalitet.regional.adviser;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.kit.time.Ids;
import se.skolkvalitet.regional.adviser.AdviserResource.AdviserRequest;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.register.SchoolForm;

/** An adviser in the database, with the agency's own reference, which is not told to anyone. */
@Entity
@Table(name = "adviser")
class AdviserEntity {
    @Id
    private UUID id;

    private Agency agency;
    private String reference;
    private OfficeCode office;
    private List<SchoolForm> schoolForms;
    private boolean active;

    @Version
    private long version = 1;

    protected AdviserEntity() {}

    AdviserEntity(AdviserRequest request) {
        this.id = Ids.next();
        this.agency = request.agency();
        this.reference = request.reference();
        this.office = request.office();
        this.schoolForms = List.copyOf(request.schoolForms());
        this.active = true;
    }

    long version() {
        return version;
    }

    Adviser toAdviser() {
        return new Adviser(id, agency, office, List.copyOf(schoolForms), active);
    }
}
