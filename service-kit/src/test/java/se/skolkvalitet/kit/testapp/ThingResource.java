package se.skolkvalitet.kit.testapp;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.skolkvalitet.kit.db.Where;
import se.skolkvalitet.kit.jobs.Job;
import se.skolkvalitet.kit.jobs.JobKey;
import se.skolkvalitet.kit.jobs.Uploads;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.EntityTags;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** A resource that uses everything the kit offers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ThingResource {
    @Inject
    Things things;

    @Inject
    Idempotency idempotency;

    @Inject
    Uploads uploads;

    public record ThingRequest(
            @NotNull ThingCode code,
            Colour colour,
            BigDecimal size,
            @Size(max = 2) List<@Valid Part> parts,
            LocalDate day) {}

    public record Part(
            @NotNull @Size(min = 1, message = "a part has a name")
            String name) {}

    public record Thing(ThingCode code, long version) {}

    @GET
    @Path("/things")
    public Page<Thing> list(
            @Valid @BeanParam PageRequest page,
            @QueryParam("colour") Colour colour,
            @QueryParam("beside") ThingCode beside) {
        Where where = new Where()
                .and("code > :after", "after", page.afterKey(ThingCode.class))
                .and("code <> :beside", "beside", beside)
                .and("colour = :colour", "colour", colour);
        List<Thing> rows = things.find(where.text(), Sort.by("code"), where.parameters())
                .range(0, page.fetch() - 1)
                .project(Thing.class)
                .list();
        return Page.of(rows, page, thing -> List.of(thing.code().value()));
    }

    @GET
    @Path("/things/{code}")
    public Thing get(@PathParam("code") ThingCode code) {
        return find(code);
    }

    @GET
    @Path("/tagged/{code}")
    public Response tagged(@PathParam("code") ThingCode code) {
        Thing thing = find(code);
        return Response.ok(thing).tag(EntityTags.of(thing.version())).build();
    }

    /** Texts with alternatives, and none. */
    public record Spelling(
            @NotNull @Pattern(regexp = "cat|dog") String animal,
            @NotNull @Pattern(regexp = "[a-z]+") String word,
            @NotNull @Pattern(regexp = "\\S") String visible) {}

    @GET
    @Path("/words")
    public List<String> words(@QueryParam("word") List<String> words, @BeanParam Also also) {
        return words.isEmpty() ? also.also : words;
    }

    public static class Also {
        @QueryParam("also")
        public List<String> also;
    }

    @POST
    @Path("/words")
    @Consumes(MediaType.APPLICATION_JSON)
    public void spell(@NotNull @Valid Spelling spelling) {
        // Takes note of it.
    }

    @POST
    @Path("/things")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid ThingRequest request) {
        return idempotency.once("create", key, request, () -> {
            things.persist(new ThingEntity(request.code(), request.colour(), List.of()));
            if (request.colour() == Colour.RED) {
                throw ProblemException.conflict("No more red things.");
            }
            Thing thing = find(request.code());
            return Response.created(URI.create("/v1/things/" + thing.code().value()))
                    .tag(EntityTags.of(thing.version()))
                    .entity(thing)
                    .build();
        });
    }

    @PUT
    @Path("/things/{code}")
    @Transactional
    public Thing touch(@PathParam("code") ThingCode code, @HeaderParam("If-Match") String ifMatch) {
        ThingEntity thing = entity(code);
        EntityTags.require(ifMatch, thing.version());
        thing.paint(thing.colour() == Colour.RED ? Colour.LIGHT_BLUE : Colour.RED, thing.shades());
        things.flush();
        return thing.toThing();
    }

    @POST
    @Path("/files")
    @Consumes("application/octet-stream")
    public Response upload(@HeaderParam(Idempotency.HEADER) String key, InputStream file) {
        return uploads.submit(CountingJob.KIND, "/v1/files/", key, Map.of(), file);
    }

    @GET
    @Path("/files")
    public Page<Job> files(@Valid @BeanParam PageRequest page) {
        return uploads.list(CountingJob.KIND, page);
    }

    @GET
    @Path("/files/{id}")
    public Job file(@PathParam("id") JobKey id) {
        return uploads.find(CountingJob.KIND, id);
    }

    /** An answer with what may be missing. */
    public record Note(
            String text, @Nullable String author, @Nullable Colour colour) {}

    @GET
    @Path("/note")
    public Note note() {
        return new Note("Remember", null, null);
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret inside");
    }

    /** As when an administrator ends the session, or the server goes down. */
    @GET
    @Path("/cut-off")
    public String cutOff() {
        return things.getEntityManager()
                .createNativeQuery("select pg_terminate_backend(pg_backend_pid())", String.class)
                .getSingleResult()
                .toString();
    }

    /** As when the server goes down after the work and before its commit. */
    @GET
    @Path("/cut-off-at-the-end")
    @Transactional
    public String cutOffAtTheEnd() {
        EntityManager session = things.getEntityManager();
        Object own = session.createNativeQuery("select pg_backend_pid()", Integer.class)
                .getSingleResult();
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("select pg_terminate_backend(?1, 5000)", String.class)
                        .setParameter(1, own)
                        .getSingleResult()
                        .toString());
    }

    private Thing find(ThingCode code) {
        return entity(code).toThing();
    }

    private ThingEntity entity(ThingCode code) {
        return things.findByIdOptional(code).orElseThrow(() -> ProblemException.notFound("thing " + code.value()));
    }
}
