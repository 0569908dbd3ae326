package se.skolkvalitet.kit.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;

/**
 * The common way of an uploaded file to its job: stored, told from a repeat by its checksum, queued, answered with 202.
 *
 * <p>The file is stored part by part as it comes, each part committed by itself, so that a slow client holds no
 * transaction; then its job is submitted in one short transaction. A file that gets no job is removed again.
 */
@ApplicationScoped
public class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final int PART = 1 << 20;

    @Inject
    Jobs jobs;

    @Inject
    UploadStore store;

    @Inject
    Idempotency idempotency;

    @Inject
    JobsConfig config;

    private Semaphore places;

    private record Request(Object parameters, String sha256) {}

    @PostConstruct
    void makePlaces() {
        places = new Semaphore(config.uploadsAtOnce());
    }

    /**
     * @param path of the kind's jobs, ending in a slash; the Location is this and the job's id
     * @param idempotencyKey null where the caller sent none
     */
    @Transactional(Transactional.TxType.NEVER)
    public Response submit(String kind, String path, String idempotencyKey, Object parameters, InputStream file) {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "As many files as may be are on their way; send it again.");
        }
        try {
            return submitAtPlace(kind, path, idempotencyKey, parameters, file);
        } finally {
            places.release();
        }
    }

    public Job find(String kind, JobKey key) {
        return jobs.find(kind, key);
    }

    public Page<Job> list(String kind, PageRequest page) {
        return jobs.list(kind, page);
    }

    public Page<LineFault> faults(String kind, JobKey key, PageRequest page) {
        return jobs.faults(kind, key, page);
    }

    public Page<LineFault> warnings(String kind, JobKey key, PageRequest page) {
        return jobs.warnings(kind, key, page);
    }

    private Response submitAtPlace(
            String kind, String path, String idempotencyKey, Object parameters, InputStream file) {
        UUID upload = store.begin();
        try {
            String sha256 = receive(upload, file);
            return idempotency.once(kind, idempotencyKey, new Request(parameters, sha256), () -> {
                Job job = jobs.submit(kind, parameters, upload, sha256);
                return Response.accepted(job)
                        .location(URI.create(path + job.id()))
                        .build();
            });
        } finally {
            removeUnlessBound(upload);
        }
    }

    /** Memory does not grow with the file. */
    private String receive(UUID upload, InputStream file) {
        try (DigestInputStream digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            int part = 0;
            for (byte[] bytes = digested.readNBytes(PART); bytes.length > 0; bytes = digested.readNBytes(PART)) {
                store.add(upload, part++, bytes);
            }
            if (part == 0) {
                throw ProblemException.invalid("body", "empty", "The file is empty.");
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "The file ended before it was complete; nothing of it is kept.");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What cannot be removed now is removed later as abandoned, and is no reason to refuse a job that is queued. */
    private void removeUnlessBound(UUID upload) {
        try {
            store.removeUnlessBound(upload);
        } catch (RuntimeException e) {
            LOG.warnf("upload %s could not be removed yet: %s", upload, e);
        }
    }
}
