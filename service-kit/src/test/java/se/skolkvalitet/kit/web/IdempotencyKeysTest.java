package se.skolkvalitet.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a key is kept, and what comes after. */
@QuarkusTest
class IdempotencyKeysTest {
    private static final String OPERATION = "count";
    private static final String KEY = "a key";

    @Inject
    Idempotency idempotency;

    @Inject
    IdempotencyStore store;

    @Inject
    ObjectMapper mapper;

    @Inject
    Jdbi jdbi;

    private int done;

    @BeforeEach
    void noKeys() {
        jdbi.useHandle(handle -> handle.execute("truncate idempotency_key"));
    }

    @Test
    void aKeyIsForgottenAfterSevenDaysAndIsANewOneThen() {
        once(this::work);

        age("7 days 1 second");

        await().until(() -> keys().isEmpty());
        assertThat(once(this::work).getEntity()).isEqualTo("done 2");
    }

    @Test
    void aKeyIsKeptForSevenDays() {
        once(this::work);
        age("6 days 23 hours 59 minutes");
        store.insert(OPERATION, "an older key", "");
        jdbi.useHandle(handle -> handle.execute(
                "update idempotency_key set created_at = now() - interval '8 days' where key = 'an older key'"));

        await().until(() -> !keys().contains("an older key"));

        assertThat(once(this::work).getEntity()).isEqualTo("\"done 1\"");
    }

    @Test
    void theKeyOfARequestThatIsBeingAnsweredIsNotForgottenHoweverOldItIs() {
        once(() -> {
            int forgotten = CompletableFuture.supplyAsync(this::forgetAll).join();
            assertThat(forgotten).isZero();
            return work();
        });

        assertThat(once(this::work).getEntity()).isEqualTo("\"done 1\"");
    }

    @Test
    void aKeyThatIsForgottenWhileItsRepeatIsBeingAnsweredIsANewOne() {
        once(this::work);
        Idempotency slow = new Idempotency();
        slow.mapper = mapper;
        slow.store = new ForgetsBeforeItFinds();
        slow.store.jdbi = jdbi;

        Response answer = slow.once(OPERATION, KEY, "", this::work);

        assertThat(answer.getEntity()).isEqualTo("done 2");
        assertThat(once(this::work).getEntity()).isEqualTo("\"done 2\"");
    }

    private Response once(Supplier<Response> work) {
        return idempotency.once(OPERATION, KEY, "", work);
    }

    private Response work() {
        return Response.ok("done " + ++done).build();
    }

    private int forgetAll() {
        return store.forgetOlderThan(OffsetDateTime.now().plusDays(1));
    }

    private void age(String time) {
        jdbi.useHandle(
                handle -> handle.execute("update idempotency_key set created_at = now() - cast(? as interval)", time));
    }

    private List<String> keys() {
        return jdbi.withHandle(handle -> handle.select("select key from idempotency_key")
                .mapTo(String.class)
                .list());
    }

    /** As when housekeeping comes between the two statements of a repeat. */
    @Vetoed
    private static final class ForgetsBeforeItFinds extends IdempotencyStore {
        @Override
        Optional<Answer> find(String operation, String key) {
            forgetOlderThan(OffsetDateTime.now().plusDays(1));
            return super.find(operation, key);
        }
    }
}
