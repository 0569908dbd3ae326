package se.skolkvalitet.indicator.value;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.formula.Formula;
import se.skolkvalitet.indicator.calculation.ValueStatus;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.framework.EditionKey;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.protection.DisclosureRules;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.release.Releases;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** The published values, and what each was made from. */
@Path("/v1")
@Tag(name = "values")
@Produces(MediaType.APPLICATION_JSON)
public class ValueResource {
    @Inject
    ValueStore values;

    @Inject
    PublishedValues published;

    @Inject
    ValueCodes codes;

    @Inject
    Releases releases;

    @Inject
    EditionStore editions;

    @GET
    @Path("/values")
    @Operation(
            operationId = "listValues",
            summary = "Values of a release",
            description = "Withheld and missing values are rows with a status. Sorted by indicator, level, area,"
                    + " period, sex and school form.")
    public Page<Value> list(@BeanParam ValueFilter filter, @Valid @BeanParam PageRequest page) {
        Release release = releases.asked("release", filter.release);
        List<Value> rows = values.list(release, filter, page);
        codes.require(release, filter, rows);
        return Page.of(
                rows,
                page,
                value -> List.of(
                        value.indicator(),
                        value.level().value(),
                        value.area(),
                        value.period() == null ? "" : value.period(),
                        value.sex(),
                        value.schoolForm()));
    }

    @GET
    @Path("/values/{id}/provenance")
    @Operation(
            operationId = "getProvenance",
            summary = "What a value was made from",
            description =
                    "The formula, each step, and every observation that went in, down to the line of the imported file; of a"
                            + " withheld value without their figures.")
    public Provenance provenance(@PathParam("id") ValueId id, @Valid @BeanParam PageRequest page) {
        Release release = releases.find(id.release());
        Value value = published.find(id);
        Edition edition = editions.find(release.edition());
        Formula formula = formula(edition, id.indicator());
        DisclosureRules disclosure = DisclosureRules.of(edition);
        Set<Taken.Series> taken = Taken.by(formula, value, edition);
        List<Provenance.Step> steps =
                Explanation.steps(formula, value, taken, values.toldOfTheArea(release, value, taken), disclosure);
        Page<Provenance.Source> sources =
                Page.of(values.sources(release, value, taken, disclosure, page), page, ValueStore::key);
        return new Provenance(
                value,
                release.edition(),
                formula.toString(),
                steps.stream().map(Provenance.Step::text).collect(Collectors.joining(" ")),
                steps,
                value.status() == ValueStatus.WITHHELD || Explanation.mayHideFew(formula, value, disclosure)
                        ? sources.items().stream()
                                .map(Provenance.Source::withoutFigure)
                                .toList()
                        : sources.items(),
                sources.next());
    }

    @GET
    @Path("/indicators")
    @Operation(operationId = "listIndicators", summary = "Indicators of an edition")
    public Page<Indicator> indicators(
            @Parameter(description = EditionKey.IN_WORDS) @QueryParam("edition") @DefaultValue("latest")
                    EditionKey edition,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.asked("edition", edition).indicators(), page, Indicator::code);
    }

    @GET
    @Path("/measures")
    @Operation(operationId = "listMeasures", summary = "Raw statistics that an edition's formulas may name")
    public Page<Measure> measures(
            @Parameter(description = EditionKey.IN_WORDS) @QueryParam("edition") @DefaultValue("latest")
                    EditionKey edition,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.asked("edition", edition).measures(), page, Measure::code);
    }

    private static Formula formula(Edition edition, String indicator) {
        return edition.indicator(indicator)
                .map(one -> Formula.parse(one.formula()))
                .orElseThrow(() -> ProblemException.notFound("indicator " + indicator));
    }
}
