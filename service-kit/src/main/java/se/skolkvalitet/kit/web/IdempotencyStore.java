package se.skolkvalitet.kit.web;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.db.Store;

/** The keys that came with requests, and what was answered. */
@Store
class IdempotencyStore {
    @Inject
    Jdbi jdbi;

    record Answer(String fingerprint, Integer status, String location, String etag, String body) {}

    /**
     * Waits for a transaction that writes the same key.
     *
     * @return false where the key came before
     */
    boolean insert(String operation, String key, String fingerprint) {
        return jdbi.withHandle(handle -> handle.execute(
                        "insert into idempotency_key (operation, key, fingerprint) values (?, ?, ?)"
                                + " on conflict do nothing",
                        operation,
                        key,
                        fingerprint))
                == 1;
    }

    void answer(String operation, String key, Answer answer) {
        jdbi.useHandle(handle -> handle.execute(
                "update idempotency_key set status = ?, location = ?, etag = ?, body = ?"
                        + " where operation = ? and key = ?",
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                operation,
                key));
    }

    /** @return empty where the key was forgotten in between */
    Optional<Answer> find(String operation, String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select fingerprint, status, location, etag, body from idempotency_key"
                                + " where operation = :operation and key = :key")
                        .bind("operation", operation)
                        .bind("key", key)
                        .mapTo(Answer.class)
                        .findOne());
    }

    /** A key whose request is being answered is not seen here before its transaction commits. */
    int forgetOlderThan(OffsetDateTime time) {
        return jdbi.withHandle(handle -> handle.execute("delete from idempotency_key where created_at < ?", time));
    }
}
