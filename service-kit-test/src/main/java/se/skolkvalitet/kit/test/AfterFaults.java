package se.skolkvalitet.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What is left in a service's database after faults that have been mended since: all of it can be tried again. */
public final class AfterFaults {
    private static final int OF_EACH = 20;
    private static final String LETTERS = """
            insert into dead_letter (id, topic, partition, record_offset, headers, value, reason, failed_at)
            select gen_random_uuid(), 'after.faults', 0, number, cast(? as json), '{}', 'it could not be read', now()
            from generate_series(1, ?) as number
            on conflict (topic, partition, record_offset) do nothing
            """;
    private static final String SET_ASIDE = """
            insert into outbox (id, topic, type, subject, version, data, occurred_at, set_aside_at, reason)
            select gen_random_uuid(), ?, 'se.skolkvalitet.dead-letter.v1', 'after-faults-' || gen_random_uuid(), 1, '{}', now(),
                now(), 'it was too large'
            from generate_series(1, ?) as number
            """;

    private AfterFaults() {}

    /**
     * Dead letters of a kind that no service takes in, so that nothing comes of them, and events that were set aside:
     * ones that tell of dead letters, since no new epoch tells of those again and so comes before them.
     *
     * @param topic of the service itself
     */
    public static void remainIn(Jdbi jdbi, String topic) {
        jdbi.useHandle(handle -> {
            handle.execute(LETTERS, headers(), OF_EACH);
            handle.execute(SET_ASIDE, topic, OF_EACH);
        });
    }

    /** As dead letters keep them: names, and values in Base64. */
    private static String headers() {
        List<List<String>> headers = Events.headers("se.skolkvalitet.test.v1", "after-faults", 1).entrySet().stream()
                .map(header -> List.of(
                        header.getKey(),
                        Base64.getEncoder().encodeToString(header.getValue().getBytes(StandardCharsets.UTF_8))))
                .toList();
        try {
            return new ObjectMapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
