package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.time.Ids;

/** Where jobs are asked for and looked up. {@link JobWorker} does them. */
@ApplicationScoped
public class Jobs {
    private static final String SELECT =
            "select id, kind, state, parameters, input_sha256, step, coalesce(done, 0) as done, total, attempts,"
                    + " report, problem, created_at, started_at, finished_at"
                    + " from job left join job_progress on job_progress.job = job.id";
    private static final int PART = 1 << 20;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    /** An uploaded file on its way to a job. */
    public record Upload(UUID job, String sha256, long bytes) {}

    /**
     * Stores a file for a job that is {@linkplain #submit(Upload, String, Object) submitted} in the same transaction.
     * Streams: memory does not grow with the file.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Upload store(InputStream content) {
        UUID job = Ids.next();
        jdbi.useHandle(handle -> handle.execute(
                "insert into job (id, kind, state, parameters, created_at) values (?, 'upload', 'completed', '{}', ?)",
                job,
                now()));
        try (DigestInputStream digested = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            long bytes = 0;
            int part = 0;
            for (byte[] read = digested.readNBytes(PART); read.length > 0; read = digested.readNBytes(PART)) {
                byte[] chunk = read;
                int number = part++;
                jdbi.useHandle(handle -> handle.execute(
                        "insert into job_input (job, part, bytes) values (?, ?, ?)", job, number, chunk));
                bytes += chunk.length;
            }
            String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new Upload(job, sha256, bytes);
        } catch (IOException e) {
            throw new UploadInterrupted(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Queues a job that works on an uploaded file. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Job submit(Upload upload, String kind, Object parameters) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update job set kind = ?, state = 'queued', parameters = ?::json, input_sha256 = ? where id = ?",
                    kind,
                    json(parameters),
                    upload.sha256(),
                    upload.job());
            handle.execute("notify job");
        });
        return find(kind, upload.job());
    }

    /** Queues a job. */
    @Transactional
    public Job submit(String kind, Object parameters) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> handle.execute(
                "insert into job (id, kind, state, parameters, created_at) values (?, ?, 'queued', ?::json, ?)",
                id,
                kind,
                json(parameters),
                now()));
        return find(kind, id);
    }

    /** Throws away an uploaded file for which no job was submitted after all. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void discard(Upload upload) {
        jdbi.useHandle(handle -> handle.execute("delete from job where id = ?", upload.job()));
    }

    /** @throws ProblemException 404 where there is no such job of the kind */
    public Job find(String kind, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where kind = :kind and id = :id")
                        .bind("kind", kind)
                        .bind("id", id)
                        .mapTo(Job.class)
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound(kind + " " + id));
    }

    /** Jobs of a kind, newest first. */
    public List<Job> list(String kind, Optional<UUID> before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where kind = :kind and (cast(:before as uuid) is null or id < :before)"
                                + " order by id desc limit :limit")
                .bind("kind", kind)
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .mapTo(Job.class)
                .list());
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job's parameters and report must be JSON", e);
        }
    }
}
