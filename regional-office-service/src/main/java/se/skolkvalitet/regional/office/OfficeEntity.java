package se.skolkvalitet.regional.office;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/** An office in the database. Its version grows also when only its coverage changes. */
@Entity
@Table(name = "office")
class OfficeEntity {
    @Id
    private OfficeCode code;

    private String name;
    private MunicipalityCode municipality;

    @Version
    private long version = 1;

    protected OfficeEntity() {}

    OfficeEntity(OfficeCode code, String name, MunicipalityCode municipality) {
        this.code = code;
        say(name, municipality);
    }

    /** Replaces all that is said of the office itself. */
    final void say(String newName, MunicipalityCode newMunicipality) {
        this.name = newName;
        this.municipality = newMunicipality;
    }

    OfficeCode code() {
        return code;
    }

    long version() {
        return version;
    }

    /** @param counties that it answers for, which are rows of their own */
    Office toOffice(List<CountyCode> counties) {
        return new Office(code, name, municipality, counties, version);
    }
}
