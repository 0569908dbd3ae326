package se.skolkvalitet.indicator.comparison;

import jakarta.annotation.Nullable;
import java.util.List;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.value.Value;
import se.skolkvalitet.indicator.value.ValueId;

/**
 * A value beside others of its release. What grows with an area is compared with nothing.
 *
 * @param areas that it lies in: of a school unit its organiser, of units and organisers the municipality and the county in
 *     which all their units lie, of all the nation
 * @param peers of an organiser, where it has a peer group of the school form of which somebody has a value
 * @param standing null of school units, and where too few have a value
 * @param trends over three and five periods up to the value's, where all of them have a value
 */
public record Comparison(
        Value value,
        List<WithArea> areas,
        @Nullable WithPeers peers,
        @Nullable Standing standing,
        List<Trend> trends) {

    /**
     * With an area that it is a part of.
     *
     * @param id of the area's value
     * @param takenOut whether the area is compared without the part; otherwise its value is the source's own, or made of
     *     others, of which nobody knows what a part had in it
     */
    public record WithArea(
            ValueId id, Level level, String area, String areaName, boolean takenOut, Difference difference) {}

    /**
     * With the organisers that are alike by their background.
     *
     * @param among how many these are
     * @param withValue how many of them have one; the difference is to these together, or to the median of their values where
     *     it is not known of all what divides them
     */
    public record WithPeers(int among, int withValue, Difference difference) {}
}
