package se.skolkvalitet.framework.edition;

import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import se.skolkvalitet.framework.edition.Framework.Disclosure;
import se.skolkvalitet.framework.edition.Framework.Goal;
import se.skolkvalitet.framework.edition.Framework.Indicator;
import se.skolkvalitet.framework.edition.Framework.LeastCoverage;
import se.skolkvalitet.framework.edition.Framework.Measure;
import se.skolkvalitet.framework.edition.Framework.Peers;
import se.skolkvalitet.framework.edition.Framework.SubGoal;
import se.skolkvalitet.framework.edition.Framework.SuccessFactor;

/** A whole edition: its number and state, and what it says. */
public record Edition(
        int number,
        EditionState state,
        long version,
        Text title,
        @Nullable Text note,
        LocalDate validFrom,
        @Nullable OffsetDateTime publishedAt,
        List<Measure> measures,
        List<Goal> goals,
        List<SubGoal> subGoals,
        List<Indicator> indicators,
        List<SuccessFactor> successFactors,
        List<Peers> peers,
        @Nullable LeastCoverage leastCoverage,
        @Nullable Disclosure disclosure) {

    static Edition of(int number, EditionState state, long version, OffsetDateTime publishedAt, Framework framework) {
        return new Edition(
                number,
                state,
                version,
                framework.title(),
                framework.note(),
                framework.validFrom(),
                publishedAt,
                framework.measures(),
                framework.goals(),
                framework.subGoals(),
                framework.indicators(),
                framework.successFactors(),
                framework.peers(),
                framework.leastCoverage(),
                framework.disclosure());
    }

    /**
     * What the event about a published edition says; the edition itself is fetched.
     *
     * @param link path of the edition in this service's API
     */
    public record Published(int number, LocalDate validFrom, OffsetDateTime publishedAt, String link) {
        static final String TOPIC = "framework.editions";
        static final String TYPE = "se.skolkvalitet.framework.edition.published.v1";

        static Published from(Edition edition) {
            return new Published(
                    edition.number(), edition.validFrom(), edition.publishedAt(), "/v1/editions/" + edition.number());
        }
    }
}
