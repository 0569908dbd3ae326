package se.skolkvalitet.kit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.kit.web.PageRequests;

/** What is wrong with the lines of a job's file is kept apart from what the job does with them. */
@QuarkusTest
class JobFaultsTest {
    private static final int MANY = 1234;

    @Inject
    Jobs jobs;

    @Inject
    Jdbi jdbi;

    @Inject
    Workers workers;

    @AfterEach
    void stop() {
        workers.stopAll();
    }

    @Test
    void allOfThemStayWhenTheTransactionOfTheJobIsRolledBack() {
        Scripted handler =
                new Scripted((run, number) -> QuarkusTransaction.requiringNew().call(() -> {
                    find(run, LongStream.rangeClosed(1, MANY));
                    throw new JobFailed("They are too many.");
                }));

        Job job = ended(handler);

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(all(handler, job))
                .extracting(LineFault::line)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MANY).boxed().toList());
    }

    @Test
    void theyAreToldInTheOrderOfTheFileAndNotOfTheirDiscovery() {
        Scripted handler = new Scripted((run, number) -> {
            find(run, LongStream.of(3, 9, 9));
            find(run, LongStream.of(1, 4));
            return new Scripted.Report("lenient");
        });

        Job job = ended(handler);

        assertThat(all(handler, job)).extracting(LineFault::line).containsExactly(1L, 3L, 4L, 9L, 9L);
    }

    @Test
    void thoseOfARunThatIsDoneAgainAreForgotten() {
        Scripted handler = new Scripted((run, number) -> {
            find(run, LongStream.of(number));
            if (number == 1) {
                run.faults().flush();
                workers.cutOffHolderOf(run.id());
                run.checkpoint();
            }
            return new Scripted.Report("second");
        });

        Job job = ended(handler);

        assertThat(all(handler, job)).extracting(LineFault::line).containsExactly(2L);
    }

    @Test
    void aRunWhoseJobAnotherHasKeepsNone() {
        Scripted handler = new Scripted((run, number) -> {
            if (number == 1) {
                jdbi.useHandle(handle -> handle.execute("update job set claim = claim + 1 where id = ?", run.id()));
                find(run, LongStream.of(1));
                run.faults().flush();
            }
            return new Scripted.Report("second");
        });

        Job job = ended(handler);

        assertThat(all(handler, job)).isEmpty();
        assertThat(handler.runs()).isEqualTo(2);
    }

    @Test
    void warningsAreToldApartFromThem() {
        Scripted handler = new Scripted((run, number) -> {
            run.warnings().add(2, "code", "jump", "odd");
            find(run, LongStream.of(1));
            return new Scripted.Report("lenient");
        });

        Job job = ended(handler);

        PageRequest request = PageRequests.of("/v1/files/" + job.id() + "/warnings", 500, null);
        assertThat(jobs.warnings(handler.kind(), new JobKey(job.id().toString()), request)
                        .items())
                .containsExactly(new LineFault(2, "code", "jump", "odd"));
        assertThat(all(handler, job)).containsExactly(new LineFault(1, "code", "pattern", "wrong"));
    }

    @Test
    void thoseThatHoldWhatADatabaseCannotStoreAreKeptAsTheyCanBeShown() {
        Scripted handler = new Scripted((run, number) -> {
            run.faults().add(1, "co\u0000de", "pattern", "'\u0000' is not a code");
            return new Scripted.Report("done");
        });

        Job job = ended(handler);

        assertThat(job.state()).isEqualTo(JobState.COMPLETED);
        assertThat(all(handler, job))
                .containsExactly(new LineFault(1, "co\\u0000de", "pattern", "'\\u0000' is not a code"));
    }

    @Test
    void aJobWhoseFaultsCannotBeKeptFailsAtOnceAndIsNotTakenForCutOff() {
        Scripted handler = new Scripted((run, number) -> {
            run.faults().add(1, "code", "no rule\u0000", "wrong");
            return new Scripted.Report("done");
        });

        Job job = ended(handler);

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.problem()).contains("The service failed while it did this");
        assertThat(handler.runs()).isEqualTo(1);
    }

    @Test
    void thoseOfLongAgoAreRemoved() {
        Scripted handler = new Scripted((run, number) -> {
            find(run, LongStream.of(1));
            return new Scripted.Report("done");
        });
        Job job = ended(handler);

        jdbi.useHandle(handle -> handle.execute(
                "update job set finished_at = now() - interval '90 days 1 second' where id = ?", job.id()));

        await().until(() -> all(handler, job).isEmpty());
    }

    private Job ended(Scripted handler) {
        Job job = jobs.submit(handler.kind(), new Scripted.Parameters("x"));
        workers.start(handler);
        return await().until(() -> jobs.find(handler.kind(), job.id()), found -> found.finishedAt() != null);
    }

    private static void find(JobRun run, LongStream lines) {
        lines.forEach(line -> run.faults().add(line, "code", "pattern", "wrong"));
    }

    private List<LineFault> all(Scripted handler, Job job) {
        List<LineFault> all = new ArrayList<>();
        PageRequest request = PageRequests.of("/v1/files/" + job.id() + "/faults", 500, null);
        do {
            Page<LineFault> page =
                    jobs.faults(handler.kind(), new JobKey(job.id().toString()), request);
            all.addAll(page.items());
            request.cursor = page.next();
        } while (request.cursor != null);
        return all;
    }
}
