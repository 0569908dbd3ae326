package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An Error ends the job it met with a reason, and not the worker. */
@QuarkusTest
class JobErrorsTest {
    @Inject
    Jobs jobs;

    @Inject
    Workers workers;

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new OutOfMemoryError("made up"), "ran out of memory"),
                Arguments.of(new StackOverflowError("made up"), "nested too deep"),
                Arguments.of(new NoClassDefFoundError("made/Up"), "part of its program is missing"),
                Arguments.of(new AssertionError("made up"), "see its log"));
    }

    @AfterEach
    void stop() {
        workers.stopAll();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorFailsItsJobAndTheWorkerGoesOn(Error error, String reason) {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                throw error;
            }
            return new Scripted.Report("next");
        });
        Job first = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        Job second = jobs.submit(handler.kind(), new Scripted.Parameters("x"));

        workers.start(handler);

        await().dontCatchUncaughtExceptions()
                .until(() -> jobs.find(handler.kind(), second.id()).report() != null);
        assertThat(jobs.find(handler.kind(), first.id()).problem()).contains(reason);
        assertThat(handler.runs()).isEqualTo(2);
    }
}
