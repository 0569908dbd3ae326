package se.skolkvalitet.indicator.release;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Caching;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/** Releases as a whole: their files, and what they were made of. */
@Path("/v1")
@Tag(name = "releases")
public class FileResource {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String ZIP = "application/zip";
    private static final String GZIP = "gzip";

    @Inject
    Releases releases;

    @Inject
    ReleaseFiles files;

    @Inject
    RoutingContext connection;

    @GET
    @Path("/releases/{id}/manifest")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getManifest",
            summary = "What a release was made of, and what it consists of",
            description =
                    "The edition, the imports with their checksums, the commits of the code, the days as of which school"
                            + " units belong to organisers, and each file with its checksum: `check` holds the files in a folder against"
                            + " it, when it is there as `manifest.json`. It never changes. Releases before 0.2 have none.")
    @APIResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(schema = @Schema(implementation = Manifest.class)))
    public Response manifest(@Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id) {
        Release release = releases.find(id);
        String manifest = files.manifest(release)
                .orElseThrow(() -> ProblemException.notFound("manifest of release " + release.id()));
        return kept(id, release, "/manifest", Response.ok(manifest, MediaType.APPLICATION_JSON_TYPE));
    }

    @GET
    @Path("/releases/{id}/files")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listReleaseFiles", summary = "The files of a release")
    public Page<ReleaseFile> list(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Valid @BeanParam PageRequest page) {
        return Page.slice(files.of(releases.find(id)), page, ReleaseFile::name);
    }

    @GET
    @Path("/releases/{id}/files/{name}")
    @Produces({CSV, NDJSON, ZIP})
    @Operation(
            operationId = "getReleaseFile",
            summary = "A file of a release",
            description =
                    "All values as `values.csv` and `values.ndjson`, in the order of their indicator, level, area, period, sex"
                            + " and school form; and the proofs that nobody finds out what is withheld, each a ZIP of `published.csv`,"
                            + " `equations.csv` and `certificate.json`. Its ETag is its SHA-256. It never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The file, compressed for whoever takes it",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get(
            @Parameter(description = ReleaseKey.IN_WORDS) @PathParam("id") ReleaseKey id,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = 100)) @PathParam("name") String name,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String accepted) {
        Release release = releases.find(id);
        ReleaseFile file = files.find(release, name)
                .orElseThrow(() -> ProblemException.notFound("file %s of release %s".formatted(name, release.id())));
        boolean compressed = !file.mediaType().equals(ZIP) && takesGzip(accepted);
        StreamingOutput content = to -> send(release, name, compressed, to);
        Response.ResponseBuilder answer = Response.ok(content, type(file))
                .tag(new EntityTag(file.sha256()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        if (compressed) {
            // On the connection itself: it says `identity` already, which one more header would not replace.
            connection.response().putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        return kept(id, release, "/files/" + name, answer);
    }

    private void send(Release release, String name, boolean compressed, OutputStream to) throws IOException {
        try (InputStream from = compressed ? files.openCompressed(release, name) : files.open(release, name)) {
            from.transferTo(to);
        }
    }

    private static boolean takesGzip(String accepted) {
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    private static MediaType type(ReleaseFile file) {
        MediaType type = MediaType.valueOf(file.mediaType());
        return file.mediaType().equals(ZIP) ? type : type.withCharset("utf-8");
    }

    /** For ever under the number of the release; what {@code latest} stands for tells its own address. */
    private static Response kept(ReleaseKey id, Release release, String path, Response.ResponseBuilder answer) {
        return id.value().equals(release.id())
                ? answer.cacheControl(Caching.immutable()).build()
                : answer.contentLocation(URI.create("/v1/releases/" + release.id() + path))
                        .build();
    }
}
