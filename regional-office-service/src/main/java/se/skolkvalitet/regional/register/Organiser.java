package se.skolkvalitet.regional.register;

import jakarta.annotation.Nullable;
import se.skolkvalitet.regional.geography.Place;
import se.skolkvalitet.regional.office.OfficeCode;

/**
 * A huvudman.
 *
 * @param municipality where most of its school units lie; with as many in several, the one with the lowest code. Where
 *     it has lost its last unit, the one that it had then
 * @param office the one that answers for the county of that municipality; null where no office does
 */
public record Organiser(
        OrganisationNumber orgNumber,
        String name,
        OrganiserKind kind,
        Place municipality,
        Place county,
        @Nullable OfficeCode office,
        OrganiserStatus status,
        long version) {

    /**
     * What the event about an organiser says. A dormant one has no school units left: there is nothing to calculate and
     * nobody to meet, but what was calculated and agreed before still leads to it.
     */
    record State(
            OrganisationNumber orgNumber,
            String name,
            OrganiserKind kind,
            Place municipality,
            Place county,
            OfficeCode office,
            OrganiserStatus status) {
        static final String TOPIC = "regional.organisers";
        static final String TYPE = "se.skolkvalitet.regional.organiser.v1";

        static State from(Organiser organiser) {
            return new State(
                    organiser.orgNumber(),
                    organiser.name(),
                    organiser.kind(),
                    organiser.municipality(),
                    organiser.county(),
                    organiser.office(),
                    organiser.status());
        }
    }
}
