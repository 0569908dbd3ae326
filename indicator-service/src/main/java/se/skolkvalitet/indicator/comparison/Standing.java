package se.skolkvalitet.indicator.comparison;

import jakarta.annotation.Nullable;

/**
 * How a published value stands among those of its level, of organisers among those of the same kind, in the same period: what
 * rests on the source's own figure of the area among such, and what is made of units among such.
 *
 * @param kind of the organisers; null at other levels
 * @param place by what is published, from the highest value downwards, the same for values that are the same; the highest
 *     need not be the best
 * @param placeFrom the best of the places on which it may be, where it or others rest on rounded figures: above it are those
 *     only that are higher for certain; null where nobody knows between which one of them lies, and in releases before 0.2
 * @param placeTo the last: all are above it that may be higher
 * @param among how many have a value, at least five
 * @param percentile how many percent of the others have a lower value, half of those with the same one counted as lower
 */
public record Standing(
        @Nullable String kind,
        int place,
        @Nullable Integer placeFrom,
        @Nullable Integer placeTo,
        int among,
        int percentile) {}
