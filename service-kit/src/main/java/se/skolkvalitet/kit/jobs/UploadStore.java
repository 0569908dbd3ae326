package se.skolkvalitet.kit.jobs;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.time.Ids;

/** Files in parts. A file is there part by part as it comes; it belongs to nobody until a job is bound to it. */
@Store
class UploadStore {
    private static final String ADD_PART = Sql.load(UploadStore.class, "add-upload-part");
    private static final String READ_PART = Sql.load(UploadStore.class, "read-upload-part");
    private static final String REMOVE_ABANDONED = Sql.load(UploadStore.class, "remove-abandoned-uploads");
    private static final String REMOVE_OF_FAILED = Sql.load(UploadStore.class, "remove-uploads-of-failed-jobs");

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    UUID begin() {
        UUID upload = Ids.next();
        jdbi.useHandle(handle -> handle.execute("insert into upload (id, last_part_at) values (?, ?)", upload, now()));
        return upload;
    }

    void add(UUID upload, int part, byte[] bytes) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD_PART)
                .bind("upload", upload)
                .bind("part", part)
                .bind("bytes", bytes)
                .bind("now", now())
                .execute());
    }

    void bind(UUID upload, UUID job) {
        int bound = jdbi.withHandle(
                handle -> handle.execute("update upload set job = ? where id = ? and job is null", job, upload));
        if (bound == 0) {
            throw new IllegalStateException("upload " + upload + " is not there any more, or another job's");
        }
    }

    void removeUnlessBound(UUID upload) {
        jdbi.useHandle(handle -> handle.execute("delete from upload where id = ? and job is null", upload));
    }

    int removeAbandoned(OffsetDateTime noPartSince) {
        return jdbi.withHandle(handle -> handle.createUpdate(REMOVE_ABANDONED)
                .bind("noPartSince", noPartSince)
                .execute());
    }

    int removeOfJobsFailedBefore(OffsetDateTime time) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(REMOVE_OF_FAILED).bind("before", time).execute());
    }

    /**
     * Read on the worker's own session, because the job's transaction may be in the middle of a COPY when it asks for
     * more.
     *
     * @return an empty one after the last
     */
    byte[] part(LockSession session, UUID job, int part) {
        return session.jdbi()
                .withHandle(handle -> handle.createQuery(READ_PART)
                        .bind("job", job)
                        .bind("part", part)
                        .mapTo(byte[].class)
                        .findOne())
                .orElse(new byte[0]);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
