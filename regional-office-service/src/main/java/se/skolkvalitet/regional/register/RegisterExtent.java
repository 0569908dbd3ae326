package se.skolkvalitet.regional.register;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.regional.geography.CountyCode;

/**
 * What the register covers: of which counties it has had all units, and when.
 *
 * @param counties all of them, by code
 * @param version 0 while it never had all units of any
 */
public record RegisterExtent(List<RegisteredCounty> counties, long version) {

    /** @param wholeOn null where no file without faults ever said that it has all units of the county */
    public record RegisteredCounty(
            CountyCode code,
            String name,

            @Schema(
                    description =
                            "The newest day of which a file without faults told all units of the county; absent where"
                                    + " none ever did.")
            @Nullable
            LocalDate wholeOn) {}

    /** What the event about the register as a whole says. */
    record State(List<RegisteredCounty> counties) {
        static final String TOPIC = "regional.register";
        static final String TYPE = "se.skolkvalitet.regional.register.v1";
        /** There is one register, so its events are all about the same. */
        static final String KEY = "register";

        static State from(RegisterExtent extent) {
            return new State(extent.counties());
        }
    }
}
