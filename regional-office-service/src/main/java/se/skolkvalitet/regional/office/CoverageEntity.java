package se.skolkvalitet.regional.office;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import se.skolkvalitet.regional.geography.CountyCode;

/** That an office answers for a county. The county is the id, so that no county has two offices. */
@Entity
@Table(name = "office_coverage")
class CoverageEntity {
    @Id
    private CountyCode county;

    private OfficeCode office;

    protected CoverageEntity() {}

    CoverageEntity(CountyCode county, OfficeCode office) {
        this.county = county;
        this.office = office;
    }

    CountyCode county() {
        return county;
    }

    OfficeCode office() {
        return office;
    }

    void passTo(OfficeCode next) {
        this.office = next;
    }
}
