package se.skolkvalitet.indicator.background;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The organisers of the same kind that are nearest to one by the background of their pupils, in a school form.
 *
 * @param kind of organiser; null where nobody has told it
 * @param period of the background; null where in none enough organisers have all of it
 * @param reason why there are no peers
 * @param background of the organiser, in the order of the edition, as far as there are values
 * @param peers the nearest first
 */
public record PeerGroup(
        String organiser,
        String name,
        @Nullable String kind,
        String schoolForm,
        @Nullable String period,
        @Nullable PeerReason reason,
        List<BackgroundFigure> background,
        List<Peer> peers) {

    /** @param distance in standard deviations of all organisers that have the background, to three decimals */
    public record Peer(
            int position, String organiser, String name, BigDecimal distance, List<BackgroundFigure> background) {}
}
