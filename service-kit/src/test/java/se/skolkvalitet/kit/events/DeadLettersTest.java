package se.skolkvalitet.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.Colour;
import se.skolkvalitet.kit.testapp.OfficeHandler;

/** Which events are given up, what is told of them, and what happens when they are taken in again. */
@QuarkusTest
class DeadLettersTest {
    private static final String TOPIC = "regional.offices";
    private static final String TYPE = "se.skolkvalitet.regional.office.v1";
    private static final Duration SOON = Duration.ofSeconds(30);
    /** A class's name, an exception's text, a statement. */
    private static final String OF_THE_PROGRAM =
            "(?s).*([a-z]\\.[A-Z]|\\$|Exception|ERROR|Cannot invoke|insert|select|null value).*";

    @Inject
    OfficeHandler offices;

    @Inject
    Jdbi jdbi;

    private final String code = UUID.randomUUID().toString();
    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into thing (code) values (null) | a value is missing that must be there: code",
                "do $$ begin raise check_violation using constraint = 'colour_known'; end $$ | a value breaks the rule colour_known",
                "select cast('x' as date) | a value has a form or size that cannot be kept",
                "do $$ begin raise program_limit_exceeded; end $$ | a value is too large to be kept"
            })
    void anEventThatBreaksARuleOfTheDatabaseIsGivenUpAtOnceAndToldInPlainWords(String statement, String reason) {
        whenWritten(jdbi -> jdbi.useHandle(handle -> handle.execute(statement)));

        send(data());

        await().atMost(SOON).until(() -> letter() != null);
        assertThat(tries).hasValue(1);
        assertThat(reason()).isEqualTo(reason);
    }

    /** Two may write the same at once, or what it names may be on its way in another topic. */
    @ParameterizedTest
    @ValueSource(strings = {"unique_violation", "foreign_key_violation", "exclusion_violation"})
    void anEventThatMeetsOtherRowsIsTriedAgain(String clash) {
        whenWritten(jdbi -> {
            if (tries.get() < 3) {
                jdbi.useHandle(handle -> handle.execute("do $$ begin raise " + clash + "; end $$"));
            }
        });

        send(data());

        await().atMost(SOON).until(() -> offices.heard.contains(code + " 1 Solna"));
        assertThat(letter()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"x\"}", "{\"code\":\"x\",\"name\":[7]}", "[]", "7", "null", "no json"})
    void dataThatIsNotOfItsTypeIsToldInPlainWords(String data) {
        send(data);

        await().atMost(SOON).until(() -> letter() != null);
        assertThat(reason()).startsWith("the data is not a " + TYPE).doesNotMatch(OF_THE_PROGRAM);
    }

    @Test
    void aReplayThatMeetsARuleOfTheDatabaseAgainIsAConflict() {
        whenWritten(jdbi -> jdbi.useHandle(handle -> handle.execute("insert into thing (code) values (null)")));
        send(data());
        await().atMost(SOON).until(() -> letter() != null);

        Response answer = replay();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("It still cannot be taken in: a value is missing that must be there: code");
    }

    @Test
    void aReplayThatMeetsAMistakeOfTheServiceIsAConflictThatTellsNothingOfTheProgram() {
        whenWritten(jdbi -> ((String) null).strip());
        send(data());
        await().atMost(SOON).until(() -> letter() != null);

        Response answer = replay();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("detail"))
                .startsWith("It still cannot be taken in: ")
                .doesNotMatch(OF_THE_PROGRAM);
        assertThat(reason()).doesNotMatch(OF_THE_PROGRAM);
    }

    @Test
    void aRefusalInTheWordsOfTheLanguageIsNotTold() {
        whenWritten(jdbi -> Colour.valueOf("GREEN AND BLUE"));

        send(data());

        await().atMost(SOON).until(() -> letter() != null);
        assertThat(tries).hasValue(1);
        assertThat(reason()).doesNotMatch(OF_THE_PROGRAM);
    }

    @Test
    void aReplayWhileANeighbourIsAwayCanBeTriedAgain() {
        whenWritten(jdbi -> {
            if (tries.get() == 1) {
                throw new IllegalArgumentException("not yet");
            }
            throw new UncheckedIOException(new ConnectException("the neighbour is away"));
        });
        send(data());
        await().atMost(SOON).until(() -> letter() != null);

        Response answer = replay();

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    private void whenWritten(Consumer<Jdbi> deed) {
        offices.writes.put(code, () -> {
            tries.incrementAndGet();
            deed.accept(jdbi);
        });
    }

    private void send(String data) {
        Events.send(TOPIC, TYPE, code, 1, data);
    }

    private String data() {
        return "{\"code\":\"%s\",\"name\":\"Solna\"}".formatted(code);
    }

    private Response replay() {
        return given().post("/v1/dead-letters/{id}/replay", letter());
    }

    private String letter() {
        return ofTheLetter("id");
    }

    private String reason() {
        return ofTheLetter("reason");
    }

    private String ofTheLetter(String what) {
        return given().get("/v1/dead-letters?limit=1000")
                .jsonPath()
                .getString("items.find { it.key == '" + code + "' }." + what);
    }
}
