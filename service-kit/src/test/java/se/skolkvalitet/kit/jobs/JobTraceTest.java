package se.skolkvalitet.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.test.Events;
import se.skolkvalitet.kit.testapp.EndedSpans;
import se.skolkvalitet.kit.testapp.OfficeHandler;
import se.skolkvalitet.kit.trace.TraceContext;

/** Each run of a job is a span in the trace of what asked for it. */
@QuarkusTest
class JobTraceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ASKED = "b7ad6b7169203331";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + ASKED + "-01";
    private static final String OTHER_TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Jobs jobs;

    @Inject
    Workers workers;

    @Inject
    EndedSpans spans;

    @Inject
    OfficeHandler offices;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void stop() {
        workers.stopAll();
    }

    @Test
    void aRunIsASpanUnderTheOneThatAskedForItsJob() {
        Scripted handler = new Scripted((run, number) -> report());
        submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 1))
                .singleElement()
                .returns(TRACE, SpanData::getTraceId)
                .returns(ASKED, SpanData::getParentSpanId);
    }

    @Test
    void aRunTellsWhichJobItIsOf() {
        Scripted handler = new Scripted((run, number) -> report());
        Job job = submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 1)).singleElement().returns(job.id().toString(), span -> span.getAttributes()
                .get(AttributeKey.stringKey("job.id")));
    }

    @Test
    void theLogLinesOfARunTellItsTrace() {
        AtomicReference<Object> logged = new AtomicReference<>();
        Scripted handler = new Scripted((run, number) -> {
            logged.set(MDC.get("traceId"));
            return report();
        });
        submit(handler);

        workers.start(handler);

        runs(handler, 1);
        assertThat(logged).hasValue(TRACE);
    }

    @Test
    void aJobThatIsTakenOverIsDoneUnderTheSameSpan() {
        Scripted handler = cutOffOnce();
        submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 2))
                .extracting(SpanData::getTraceId, SpanData::getParentSpanId)
                .containsOnly(tuple(TRACE, ASKED));
    }

    @Test
    void aJobThatIsGivenBackIsDoneUnderTheSameSpan() throws InterruptedException {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                inTheMiddle.countDown();
                new CountDownLatch(1).await();
            }
            return report();
        });
        submit(handler);
        workers.start(handler);
        inTheMiddle.await();

        workers.stopAll();
        workers.start(handler);

        assertThat(runs(handler, 2))
                .extracting(SpanData::getTraceId, SpanData::getParentSpanId)
                .containsOnly(tuple(TRACE, ASKED));
    }

    @Test
    void aRunThatCompletesItsJobIsOk() {
        Scripted handler = new Scripted((run, number) -> report());
        submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 1)).extracting(JobTraceTest::status).containsExactly(StatusCode.OK);
    }

    @Test
    void aRunThatFailsItsJobIsAnError() {
        Scripted handler = new Scripted((run, number) -> {
            throw new JobFailed("made up");
        });
        submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 1)).extracting(JobTraceTest::status).containsExactly(StatusCode.ERROR);
    }

    @Test
    void aRunThatIsCutOffIsAnErrorAndTheNextIsNot() {
        Scripted handler = cutOffOnce();
        submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 2)).extracting(JobTraceTest::status).containsExactly(StatusCode.ERROR, StatusCode.OK);
    }

    @Test
    void aRunThatMeetsOtherWorkAndThenCompletesItsJobIsOk() {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                throw new IllegalStateException("wrapped", new SQLException("again", "40001"));
            }
            return report();
        });
        submit(handler);

        workers.start(handler);

        assertThat(runs(handler, 1)).extracting(JobTraceTest::status).containsExactly(StatusCode.OK);
    }

    @Test
    void aJobThatNoTraceAskedForBeginsOne() {
        Scripted handler = new Scripted((run, number) -> report());
        jobs.submit(handler.kind(), new Scripted.Parameters("x"));

        workers.start(handler);

        assertThat(runs(handler, 1)).singleElement().returns(SpanId.getInvalid(), SpanData::getParentSpanId);
    }

    @Test
    void aJobThatAnEventAskedForBelongsToTheTraceOfTheEvent() {
        String code = UUID.randomUUID().toString();
        String type = "se.skolkvalitet.regional.office.v1";
        Scripted handler = new Scripted((run, number) -> report());
        offices.writes.put(code, () -> jobs.submit(handler.kind(), new Scripted.Parameters("x")));
        workers.start(handler);
        Map<String, String> headers = Events.headers(type, code, 1);
        headers.put("ce_traceparent", TRACEPARENT);

        Events.sendRaw("regional.offices", code, headers, "{\"code\":\"%s\",\"name\":\"Solna\"}".formatted(code));

        assertThat(runs(handler, 1)).singleElement().returns(TRACE, SpanData::getTraceId);
    }

    @Test
    void aRepeatedRequestLeavesItsJobInTheTraceOfTheFirst() {
        String key = UUID.randomUUID().toString();
        UUID job = upload(key, TRACEPARENT).jsonPath().getUUID("id");

        upload(key, OTHER_TRACEPARENT);

        String kept = jdbi.withHandle(handle -> handle.select("select traceparent from job where id = ?", job)
                .mapTo(String.class)
                .one());
        assertThat(kept).startsWith("00-" + TRACE);
    }

    private Scripted cutOffOnce() {
        return new Scripted((run, number) -> {
            if (number == 1) {
                workers.cutOffHolderOf(run.id());
                run.checkpoint();
            }
            return report();
        });
    }

    private static Response upload(String key, String traceparent) {
        return given().contentType("application/octet-stream; charset=utf-8")
                .header("Idempotency-Key", key)
                .header("traceparent", traceparent)
                .body(new byte[] {1})
                .post("/v1/files");
    }

    @SuppressWarnings("try")
    private Job submit(Scripted handler) {
        try (Scope asking = TraceContext.parent(TRACEPARENT).makeCurrent()) {
            return jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        }
    }

    /** The runs of a kind once as many have ended, in that order. */
    private List<SpanData> runs(Scripted handler, int many) {
        return await().until(() -> spans.named(handler.kind()), ended -> ended.size() == many);
    }

    private static StatusCode status(SpanData run) {
        return run.getStatus().getStatusCode();
    }

    private static Object report() {
        return new Scripted.Report("run");
    }
}
