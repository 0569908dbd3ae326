package se.skolkvalitet.indicator.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.test.Events;

/** Of which counties the register has had all units, as its events tell. */
@QuarkusTest
class RegisterEventsTest {
    private static final String TOPIC = "regional.register";
    private static final String TYPE = "se.skolkvalitet.regional.register.v1";
    private static final String KEY = "register";
    private static final String NEVER = state("");
    private static final String IN_AUTUMN = state(",\"wholeOn\":\"2025-10-15\"");
    private static final String IN_SPRING = state(",\"wholeOn\":\"2026-03-15\"");

    @Inject
    Jdbi jdbi;

    private long known;

    @BeforeEach
    void goOnFromWhatIsKnown() {
        known = version();
    }

    @Test
    void keepsEachCountyWithItsDayWhereItHasOne() {
        tell(known + 1, IN_AUTUMN);

        awaitVersion(known + 1);
        assertThat(counties()).containsExactly("01 Stockholms län 2025-10-15", "03 Uppsala län");
    }

    @Test
    void keepsWhatTheNewestEventTellsWhateverTheOrderAndHoweverOften() {
        tell(known + 1, IN_AUTUMN);
        tell(known + 3, IN_SPRING);
        tell(known + 2, NEVER);
        tell(known + 1, IN_AUTUMN);

        tell(known + 3, IN_SPRING);

        awaitVersion(known + 3);
        assertThat(counties()).containsExactly("01 Stockholms län 2026-03-15", "03 Uppsala län");
    }

    @Test
    void aCountyMayLoseItsDayWhenTheRegisterGoesBackInTime() {
        tell(known + 1, IN_AUTUMN);
        awaitVersion(known + 1);

        tell(known + 2, NEVER);

        awaitVersion(known + 2);
        assertThat(counties()).containsExactly("01 Stockholms län", "03 Uppsala län");
    }

    @Test
    void aCountyThatIsNoLongerToldOfIsGone() {
        tell(known + 1, IN_AUTUMN);
        awaitVersion(known + 1);

        tell(known + 2, "{\"counties\":[{\"code\":\"03\",\"name\":\"Uppsala län\"}]}");

        awaitVersion(known + 2);
        assertThat(counties()).containsExactly("03 Uppsala län");
    }

    /** @param day what the state says of the first county's, as it stands after its name */
    private static String state(String day) {
        return "{\"counties\":[{\"code\":\"01\",\"name\":\"Stockholms län\"%s},{\"code\":\"03\",\"name\":\"Uppsala län\"}]}"
                .formatted(day);
    }

    private static void tell(long version, String state) {
        Contracts.assertValid(TYPE, state);
        Events.send(TOPIC, TYPE, KEY, version, state);
    }

    private void awaitVersion(long version) {
        await().until(() -> version() == version);
    }

    private long version() {
        return jdbi.withHandle(
                handle -> handle.select("select coalesce(max(version), 0) from inbox where topic = ?", TOPIC)
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> counties() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select concat_ws(' ', code, name, whole_on) from county order by code")
                        .mapTo(String.class)
                        .list());
    }
}
