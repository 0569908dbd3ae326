package se.skolkvalitet.indicator.background;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.indicator.background.ExpectedStore.Outcome;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.ReleaseKey;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.indicator.value.PublishedValues;
import se.skolkvalitet.indicator.value.Value;
import se.skolkvalitet.indicator.value.ValueId;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;
import se.skolkvalitet.kit.text.Nearest.Named;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Results in the light of the background: who is like whom, and what could be expected. */
@Path("/v1")
@Tag(name = "background")
@Produces(MediaType.APPLICATION_JSON)
public class BackgroundResource {
    @Inject
    PeerStore peers;

    @Inject
    ExpectedStore expected;

    @Inject
    PublishedValues values;

    @Inject
    Releases releases;

    @Inject
    EditionStore editions;

    @GET
    @Path("/releases/{id}/peers")
    @Operation(
            operationId = "listPeers",
            summary = "Organisers with their peers by background",
            description = "For each school form of which the edition names a background. An organiser without peers is"
                    + " a row with a reason. Sorted by school form and organiser.")
    public Page<PeerGroup> peers(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @BeanParam PeerFilter filter,
            @Valid @BeanParam PageRequest page) {
        Release release = releases.find(id);
        Edition edition = editions.find(release.edition());
        List<PeerGroup> groups = peers.list(release, edition, filter, page);
        if (groups.isEmpty()) {
            requireKnown(release, edition, filter);
        }
        return Page.of(groups, page, group -> List.of(group.schoolForm(), group.organiser()));
    }

    @GET
    @Path("/values/{value}/expected")
    @Operation(
            operationId = "getExpected",
            summary = "What is expected of a value by the background",
            description =
                    "With the line that it follows from, and beside it how far the source tells that the value is from what"
                            + " it expects itself. Where nothing is expected, the problem says why.")
    public Expected expected(@PathParam("value") ValueId id) {
        Value value = values.find(id);
        Release release = releases.find(new ReleaseKey(value.release()));
        Indicator indicator = editions.find(release.edition())
                .indicator(value.indicator())
                .orElseThrow(() -> ProblemException.notFound("indicator " + value.indicator()));
        Optional<Value> deviation = Optional.ofNullable(indicator.deviationIn())
                .flatMap(code -> values.findAny(value.id().of(code)));
        return expected.find(release, value)
                .map(byTheLine -> byTheLine.with(deviation.orElse(null)))
                .or(() -> deviation.map(told -> Expected.byTheSource(value, told)))
                .orElseThrow(() -> without(release, value, indicator));
    }

    private ProblemException without(Release release, Value value, Indicator indicator) {
        Outcome outcome = expected.model(release, value).orElse(Outcome.NO_UNITS);
        return new ProblemException(
                ProblemType.NOT_FOUND,
                WithoutExpectation.sentence(
                        indicator,
                        value.sex(),
                        value.status(),
                        Optional.ofNullable(outcome.reason()),
                        outcome.units()));
    }

    /** @throws ProblemException 400 with every code that there is not, and the nearest ones to each */
    private void requireKnown(Release release, Edition edition, PeerFilter filter) {
        List<FieldError> faults = new ArrayList<>();
        check("organiser", "organiser", filter.organiser, () -> peers.organisers(release), faults);
        check("schoolForm", "school form", filter.schoolForm, () -> schoolForms(edition), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static void check(
            String field, String what, String code, Supplier<List<Named>> known, List<FieldError> faults) {
        if (code != null) {
            new KnownCodes(what, known.get()).fault(field, code).ifPresent(faults::add);
        }
    }

    private static List<Named> schoolForms(Edition edition) {
        return edition.indicators().stream()
                .map(Indicator::schoolForms)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .map(Named::of)
                .toList();
    }
}
