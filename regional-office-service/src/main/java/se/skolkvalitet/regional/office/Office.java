package se.skolkvalitet.regional.office;

import java.util.List;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/**
 * A regional office.
 *
 * @param municipality where it sits
 * @param counties that it answers for
 */
public record Office(
        OfficeCode code, String name, MunicipalityCode municipality, List<CountyCode> counties, long version) {

    /** What the event about an office says. */
    record State(OfficeCode code, String name, MunicipalityCode municipality, List<CountyCode> counties) {
        static final String TOPIC = "regional.offices";
        static final String TYPE = "se.skolkvalitet.regional.office.v1";

        static State from(Office office) {
            return new State(office.code(), office.name(), office.municipality(), office.counties());
        }
    }
}
