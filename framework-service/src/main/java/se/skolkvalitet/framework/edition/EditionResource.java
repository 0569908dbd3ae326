package se.skolkvalitet.framework.edition;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.framework.edition.Framework.Goal;
import se.skolkvalitet.framework.edition.Framework.Indicator;
import se.skolkvalitet.framework.edition.Framework.Measure;
import se.skolkvalitet.framework.edition.Framework.SubGoal;
import se.skolkvalitet.framework.edition.Framework.SuccessFactor;
import se.skolkvalitet.kit.web.Caching;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Editions of the national framework. */
@Path("/v1")
@Tag(name = "editions")
@Produces(MediaType.APPLICATION_JSON)
public class EditionResource {
    @Inject
    Editions editions;

    @Inject
    SchoolForms schoolForms;

    @Inject
    Idempotency idempotency;

    /** A school form as the API tells of it. */
    public record SchoolFormName(
            SchoolForm code,
            Text name,

            @Schema(description = "What it is from when to when, one after the other.")
            List<SchoolFormPeriod> periods) {}

    @GET
    @Path("/school-forms")
    @Operation(
            operationId = "listSchoolForms",
            summary = "School forms and fritidshem",
            description = "With those that are to come or to end: each tells from when to when it has which grades."
                    + " `validTo` is the last day; without it, a period lasts until further notice.")
    public Page<SchoolFormName> schoolForms(@Valid @BeanParam PageRequest page) {
        List<SchoolFormName> forms = schoolForms
                .all()
                .map(form -> new SchoolFormName(form.code(), form.code().label(), form.periods()))
                .toList();
        return Page.slice(forms, page, form -> form.code().value());
    }

    @GET
    @Path("/editions")
    @Operation(operationId = "listEditions", summary = "All editions, oldest first")
    public Page<EditionSummary> list(@Valid @BeanParam PageRequest page) {
        return Page.slice(editions.list(), page, edition -> String.valueOf(edition.number()));
    }

    @POST
    @Path("/editions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openEdition",
            summary = "Open a draft",
            description = "The draft gets the next number. Its parts are checked against each other on publication.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Edition.class)))
    public Response open(@HeaderParam(Idempotency.HEADER) String idempotencyKey, @NotNull @Valid Framework framework) {
        return idempotency.once("openEdition", idempotencyKey, framework, () -> {
            Edition draft = editions.open(framework);
            return Response.created(address(draft))
                    .tag(EntityTags.of(draft.version()))
                    .entity(draft)
                    .build();
        });
    }

    @GET
    @Path("/editions/{number}")
    @Operation(
            operationId = "getEdition",
            summary = "An edition with all its parts",
            description = "Its ETag is its version. Asked for as `current` or `latest`, Content-Location tells its own"
                    + " address.")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(schema = @Schema(implementation = Edition.class)))
    public Response get(@Parameter(description = EditionKey.IN_WORDS) @PathParam("number") EditionKey key) {
        Edition edition = editions.find(key);
        Response.ResponseBuilder answer = Response.ok(edition, MediaType.APPLICATION_JSON);
        if (!key.value().equals(String.valueOf(edition.number()))) {
            // Editions may have the same version, and the other names pass from one to the next: no tag of the version.
            return answer.contentLocation(address(edition)).build();
        }
        if (edition.state() == EditionState.PUBLISHED) {
            answer.cacheControl(Caching.immutable());
        }
        return answer.tag(EntityTags.of(edition.version())).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/editions/{number}")
    @Operation(operationId = "replaceEdition", summary = "Replace what a draft says")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = Edition.class)))
    public Response replace(
            @PathParam("number") EditionNumber number,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Framework framework) {
        Edition draft = editions.replace(number, ifMatch, framework);
        return Response.ok(draft).tag(EntityTags.of(draft.version())).build();
    }

    @POST
    @Path("/editions/{number}/publication")
    @Operation(
            operationId = "publishEdition",
            summary = "Publish a draft",
            description =
                    "Everything is checked; all faults are told at once. Only who has seen the draft as it is publishes"
                            + " it. Publishing it again changes nothing, whatever its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The edition, published",
            content = @Content(schema = @Schema(implementation = EditionSummary.class)))
    public Response publish(
            @PathParam("number") EditionNumber number, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Edition published = editions.publish(number, ifMatch);
        return Response.ok(EditionSummary.from(published))
                .tag(EntityTags.of(published.version()))
                .build();
    }

    @GET
    @Path("/editions/{number}/goals")
    @Operation(operationId = "listGoals", summary = "National goals of an edition")
    public Page<Goal> goals(
            @Parameter(description = EditionKey.IN_WORDS) @PathParam("number") EditionKey key,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.find(key).goals(), page, Goal::code);
    }

    @GET
    @Path("/editions/{number}/sub-goals")
    @Operation(operationId = "listSubGoals", summary = "Sub-goals of an edition")
    public Page<SubGoal> subGoals(
            @Parameter(description = EditionKey.IN_WORDS) @PathParam("number") EditionKey key,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.find(key).subGoals(), page, SubGoal::code);
    }

    @GET
    @Path("/editions/{number}/measures")
    @Operation(operationId = "listMeasures", summary = "Raw statistics that an edition's formulas may name")
    public Page<Measure> measures(
            @Parameter(description = EditionKey.IN_WORDS) @PathParam("number") EditionKey key,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.find(key).measures(), page, Measure::code);
    }

    @GET
    @Path("/editions/{number}/indicators")
    @Operation(operationId = "listIndicators", summary = "Indicators of an edition")
    public Page<Indicator> indicators(
            @Parameter(description = EditionKey.IN_WORDS) @PathParam("number") EditionKey key,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.find(key).indicators(), page, Indicator::code);
    }

    @GET
    @Path("/editions/{number}/success-factors")
    @Operation(operationId = "listSuccessFactors", summary = "Success factors of an edition")
    public Page<SuccessFactor> successFactors(
            @Parameter(description = EditionKey.IN_WORDS) @PathParam("number") EditionKey key,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(editions.find(key).successFactors(), page, SuccessFactor::code);
    }

    private static URI address(Edition edition) {
        return URI.create("/v1/editions/" + edition.number());
    }
}
