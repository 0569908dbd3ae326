package se.skolkvalitet.indicator.comparison;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.ReleaseKey;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.indicator.value.PublishedValues;
import se.skolkvalitet.indicator.value.Value;
import se.skolkvalitet.indicator.value.ValueId;

/** Values beside others. */
@Path("/v1/values/{id}/comparison")
@Tag(name = "values")
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {
    @Inject
    PublishedValues values;

    @Inject
    Releases releases;

    @Inject
    EditionStore editions;

    @Inject
    ComparisonStore comparisons;

    @GET
    @Operation(
            operationId = "getComparison",
            summary = "A value beside those of its areas, of others like it and of earlier periods",
            description =
                    "Differences of shares are told with the interval in which they lie with a confidence of 95 %;"
                            + " where it holds zero there is no difference to speak of. What a value is about must be known for that:"
                            + " of other values nobody can tell.")
    public Comparison comparison(@PathParam("id") ValueId id) {
        Value value = values.find(id);
        Release release = releases.find(new ReleaseKey(value.release()));
        Edition edition = editions.find(release.edition());
        Indicator indicator = edition.indicator(value.indicator()).orElseThrow();
        if (value.value() == null || value.period() == null || indicator.counts()) {
            return new Comparison(value, List.of(), null, null, List.of());
        }
        Scale scale = Scale.of(indicator, edition);
        List<Dated> series = comparisons.series(release, value);
        Measured measured = series.get(series.size() - 1).measured();
        return new Comparison(
                value,
                comparisons.areas(release, value, measured, scale),
                comparisons.peers(release, value, measured, scale).orElse(null),
                comparisons.standing(release, value).orElse(null),
                new Trends(new Breaks(editions.all(), editions.schoolForms(release.edition())))
                        .of(value.indicator(), value.schoolForm(), value.level(), series, scale));
    }
}
