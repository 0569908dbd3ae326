package se.skolkvalitet.indicator.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;

/** The files of releases, and their manifests. They are written before a release is published, and never changed. */
@Store
public class ReleaseFiles {
    private static final String INSERT_PROOFS = Sql.load(ReleaseFiles.class, "insert-proofs");
    private static final String PART = Sql.load(ReleaseFiles.class, "select-part");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    /** Writes a file. */
    public interface Content {
        /** @return how many lines it has, the header not counted */
        long writeTo(OutputStream to) throws IOException;
    }

    /** A period, and the day as of which school units belong to organisers in it. */
    public record MembershipDay(String period, LocalDate day) {}

    /** Whether a release that is being made has a file already. */
    public boolean has(Release release, String name) {
        return find(release, name).isPresent();
    }

    /** In the caller's transaction: the whole file is there, or nothing of it. */
    public void write(Release release, String name, String mediaType, Content content) {
        jdbi.useHandle(handle -> {
            try (FileParts parts = new FileParts(new Parts(handle, release.id(), name)::add)) {
                long lines = content.writeTo(parts);
                parts.close();
                handle.createUpdate("insert into release_file (release, name, media_type, bytes, lines, sha256)"
                                + " values (:release, :name, :mediaType, :bytes, :lines, :sha256)")
                        .bind("release", release.id())
                        .bind("name", name)
                        .bind("mediaType", mediaType)
                        .bind("bytes", parts.bytes())
                        .bind("lines", lines)
                        .bind("sha256", parts.sha256())
                        .execute();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The parts of a file on their way into the database. */
    private static final class Parts {
        private final Handle handle;
        private final String release;
        private final String name;
        private int written;

        Parts(Handle handle, String release, String name) {
            this.handle = handle;
            this.release = release;
            this.name = name;
        }

        void add(byte[] content) {
            handle.execute(
                    "insert into release_file_part (release, name, part, content) values (?, ?, ?, ?)",
                    release,
                    name,
                    written,
                    content);
            written++;
        }
    }

    /** Makes the proofs that nobody finds out what is withheld files of a release; those that are already are left. */
    void addProofs(Release release) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT_PROOFS)
                .bind("release", release.id())
                .bind("calculation", release.calculation())
                .execute());
    }

    /** In the order of their names. */
    List<ReleaseFile> of(Release release) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select *, '/v1/releases/' || release || '/files/' || name as link"
                                + " from release_file where release = :release order by name collate \"C\"")
                        .bind("release", release.id())
                        .mapTo(ReleaseFile.class)
                        .list());
    }

    Optional<ReleaseFile> find(Release release, String name) {
        return of(release).stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** @param compressed null where the file is not kept so */
    private record Part(byte[] compressed, byte[] plain) {
        private InputStream open() {
            try {
                return compressed == null
                        ? new ByteArrayInputStream(plain)
                        : new GZIPInputStream(new ByteArrayInputStream(compressed));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @return empty after the last */
    private Optional<Part> part(Release release, String name, int part) {
        return jdbi.withHandle(handle -> handle.createQuery(PART)
                .bind("release", release.id())
                .bind("name", name)
                .bind("part", part)
                .map((row, context) -> new Part(row.getBytes("compressed"), row.getBytes("plain")))
                .findOne());
    }

    /** The whole file, of which one part at a time is held. */
    InputStream open(Release release, String name) {
        return open(release, name, Part::open);
    }

    /** A file that is kept so, as GZIP. */
    InputStream openCompressed(Release release, String name) {
        return open(release, name, part -> new ByteArrayInputStream(part.compressed()));
    }

    private InputStream open(Release release, String name, Function<Part, InputStream> opening) {
        return new JoinedParts(number -> part(release, name, number).map(opening));
    }

    /** Of each period that a calculation has values of. */
    List<MembershipDay> membershipDays(Release release) {
        return jdbi.withHandle(handle -> handle.createQuery("select period, reference_day(period) as day"
                        + " from (select distinct period from value where calculation = :calculation) as periods"
                        + " where period <> '' and period not like '%..%' order by period collate \"C\"")
                .bind("calculation", release.calculation())
                .mapTo(MembershipDay.class)
                .list());
    }

    void keep(Manifest manifest) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into release_manifest (release, document) values (:release, :document::json)")
                .bind("release", manifest.release())
                .bind("document", json(manifest))
                .execute());
    }

    private String json(Manifest manifest) {
        try {
            return mapper.writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as JSON; empty of a release that has none, as those before 0.2. */
    Optional<String> manifest(Release release) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select document from release_manifest where release = :release")
                        .bind("release", release.id())
                        .mapTo(String.class)
                        .findOne());
    }
}
