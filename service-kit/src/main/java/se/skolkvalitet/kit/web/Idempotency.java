package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/**
 * Answers a repeated POST with the first answer. The key is written in the transaction of the work itself: of two
 * requests at once with one key the second waits for the first, and a request that fails leaves no trace. A key is
 * forgotten after {@link IdempotencyConfig#keep}; then it is a new one.
 */
@ApplicationScoped
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";

    /** As the framework says it of the first answer. */
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name());

    @Inject
    IdempotencyStore store;

    @Inject
    ObjectMapper mapper;

    /**
     * @param operation the operation's name; the same key may be used for different operations
     * @param key the caller's Idempotency-Key, null where it sent none: then the work is just done
     * @param request what the request asks for: a record, or the checksum of an upload
     * @param work does it and answers; the answer's entity must be JSON, and of its headers Location and ETag are kept
     * @throws ProblemException 422 where the key was used with another request
     */
    @Transactional
    public Response once(String operation, String key, Object request, Supplier<Response> work) {
        if (key == null) {
            return work.get();
        }
        String fingerprint = fingerprint(request);
        while (!store.insert(operation, key, fingerprint)) {
            Optional<IdempotencyStore.Answer> stored = store.find(operation, key);
            if (stored.isPresent()) {
                return replay(key, fingerprint, stored.get());
            }
        }
        Response answer = work.get();
        store.answer(
                operation,
                key,
                new IdempotencyStore.Answer(
                        fingerprint,
                        answer.getStatus(),
                        answer.getHeaderString(HttpHeaders.LOCATION),
                        answer.getHeaderString(HttpHeaders.ETAG),
                        json(answer.getEntity())));
        return answer;
    }

    private static Response replay(String key, String fingerprint, IdempotencyStore.Answer stored) {
        if (!stored.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_MISMATCH,
                    "Idempotency-Key '%s' came before with another request; use a new key.".formatted(key));
        }
        Response.ResponseBuilder answer = Response.status(stored.status());
        if (stored.location() != null) {
            answer.location(URI.create(stored.location()));
        }
        if (stored.etag() != null) {
            answer.header(HttpHeaders.ETAG, stored.etag());
        }
        return answer.type(JSON).entity(stored.body()).build();
    }

    private String fingerprint(Object request) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(json(request).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer of an idempotent operation must be JSON", e);
        }
    }
}
