package se.skolkvalitet.kit.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Arc;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.jboss.logging.Logger;
import se.skolkvalitet.kit.db.Conflicts;
import se.skolkvalitet.kit.db.LockSession;
import se.skolkvalitet.kit.db.LockSessions;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.imports.Severity;
import se.skolkvalitet.kit.jobs.JobStore.Claimed;
import se.skolkvalitet.kit.problem.DatabaseAway;
import se.skolkvalitet.kit.trace.TraceContext;

/**
 * Does the jobs of one kind, one at a time in the whole suite of replicas, oldest first.
 *
 * <p>Whoever holds the advisory lock of a kind may do its jobs. The lock ends with the session of the process that
 * holds it, so a job that is {@code running} when the lock is free was cut off; it is then started again, at most
 * {@value #MOST_ATTEMPTS} times. A run whose worker lost the lock without noticing is fenced off by the number of its
 * claim.
 */
final class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_CONFLICTS = 5;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration AWAY = Duration.ofSeconds(5);

    private final JobHandler<?> handler;
    private final JobStore store;
    private final UploadStore uploads;
    private final LineFaultStore lineFaults;
    private final LockSessions sessions;
    private final ObjectMapper mapper;
    private final Tracer tracer;
    private final String kind;
    private final String lock;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Claimed current;

    JobWorker(
            JobHandler<?> handler,
            JobStore store,
            UploadStore uploads,
            LineFaultStore lineFaults,
            LockSessions sessions,
            ObjectMapper mapper,
            Tracer tracer,
            ThreadFactory threads) {
        this.handler = handler;
        this.store = store;
        this.uploads = uploads;
        this.lineFaults = lineFaults;
        this.sessions = sessions;
        this.mapper = mapper;
        this.tracer = tracer;
        kind = handler.kind();
        lock = "job " + kind;
        thread = threads.newThread(this::work);
        thread.setName("job-" + kind);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.setDaemon(true);
    }

    String kind() {
        return kind;
    }

    void start() {
        thread.start();
    }

    /** Whether its jobs are not done any more although nobody stopped it. */
    boolean isDead() {
        return !stopping && thread.getState() == Thread.State.TERMINATED;
    }

    /**
     * Stops workers together: interrupts their jobs and waits for them to notice. The job of one that does not notice
     * in time is given back as it runs; its run is fenced off, and ends with the process.
     */
    static void stop(List<JobWorker> workers, Duration atMost) throws InterruptedException {
        for (JobWorker worker : workers) {
            worker.stopping = true;
            worker.thread.interrupt();
        }
        long end = System.nanoTime() + atMost.toNanos();
        for (JobWorker worker : workers) {
            worker.thread.join(
                    Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            Claimed unfinished = worker.current;
            if (unfinished != null) {
                worker.giveBack(unfinished);
            }
        }
    }

    /** Whatever goes wrong, the worker goes on with a new session: nobody would start it again. */
    private void work() {
        while (!stopping) {
            try (LockSession session = sessions.open(thread.getName())) {
                session.listen("job");
                workWith(session);
            } catch (RuntimeException | Error e) {
                if (!stopping) {
                    LOG.warnf("worker for %s starts again with a new session: %s", kind, e);
                    pause(WAIT);
                }
            }
        }
    }

    private void workWith(LockSession session) {
        while (!stopping) {
            boolean worked = session.tryLock(lock) && doNext(session);
            if (!worked) {
                session.awaitNotification(WAIT);
            }
        }
    }

    private boolean doNext(LockSession session) {
        Optional<Claimed> next = store.claim(session, kind);
        next.ifPresent(job -> {
            current = job;
            try {
                new Run(session, job).toItsEnd();
            } finally {
                current = null;
            }
        });
        return next.isPresent();
    }

    private void giveBack(Claimed job) {
        try {
            if (store.giveBack(job)) {
                LOG.infof("%s %s is given back, because the service stops", kind, job.id());
            }
        } catch (RuntimeException e) {
            LOG.warnf("%s %s could not be given back and will count as cut off: %s", kind, job.id(), e);
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            // Only a stop interrupts, and whoever pauses looks for that next.
        }
    }

    private final class Run implements JobRun {
        private final LockSession session;
        private final Claimed job;
        private final Span span;
        private int conflicts;
        private LineFaults faults;
        private LineFaults warnings;

        Run(LockSession session, Claimed job) {
            this.session = session;
            this.job = job;
            span = tracer.spanBuilder(kind)
                    .setSpanKind(SpanKind.CONSUMER)
                    .setParent(TraceContext.parent(job.traceparent()))
                    .setAttribute("job.id", job.id().toString())
                    .startSpan();
            tellNothingYet();
        }

        private void tellNothingYet() {
            faults = told(Severity.FAULT);
            warnings = told(Severity.WARNING);
        }

        private LineFaults told(Severity severity) {
            return new LineFaults(severity, found -> lineFaults.keep(session, job, severity, found));
        }

        /** In a span under the one that asked for the job, whoever takes it and however often. */
        @SuppressWarnings("try")
        void toItsEnd() {
            try (Scope scope = span.makeCurrent()) {
                tryUntilItEnds();
            } finally {
                span.end();
            }
        }

        private void tryUntilItEnds() {
            LOG.infof("%s %s starts, attempt %d", kind, job.id(), job.attempts());
            boolean again = true;
            while (again) {
                try {
                    once();
                    again = false;
                } catch (JsonProcessingException | RuntimeException | Error e) {
                    span.recordException(e).setStatus(StatusCode.ERROR);
                    again = triedAgainAfter(e);
                }
            }
        }

        private void once() throws JsonProcessingException {
            var requestContext = Arc.container().requestContext();
            requestContext.activate();
            try {
                if (job.attempts() > MOST_ATTEMPTS) {
                    throw new JobFailed("It was cut off %d times and is not tried again.".formatted(MOST_ATTEMPTS));
                }
                lineFaults.forget(session, job);
                tellNothingYet();
                Object report = handle(handler);
                if (!store.isCompletedBy(job)) {
                    complete(report);
                }
                span.setStatus(StatusCode.OK);
                LOG.infof("%s %s completed", kind, job.id());
            } finally {
                requestContext.terminate();
            }
        }

        private <P> Object handle(JobHandler<P> typed) throws JsonProcessingException {
            return typed.run(this, mapper.readValue(job.parameters(), typed.parametersType()));
        }

        /**
         * Deals with a run that did not complete its job. What happened to the worker comes before what the handler
         * says: an interrupted or fenced run may say anything.
         */
        private boolean triedAgainAfter(Throwable fault) {
            if (stopping) {
                // An interrupt that is still pending would keep the connection from being had.
                Thread.interrupted();
                giveBack(job);
                return false;
            }
            if (fault instanceof RunEnded || !session.holds(lock)) {
                LOG.warnf("%s %s is cut off: %s", kind, job.id(), fault);
                return false;
            }
            if (DatabaseAway.isBehind(fault)) {
                LOG.warnf("%s %s is cut off, because the database was away: %s", kind, job.id(), fault);
                pause(AWAY.multipliedBy(job.attempts()));
                return false;
            }
            if (Conflicts.isBehind(fault) && ++conflicts < MOST_CONFLICTS) {
                LOG.infof("%s %s met other work in the database, trying again: %s", kind, job.id(), fault);
                pause(Duration.ofMillis(100L << conflicts));
                return true;
            }
            fail(fault);
            return false;
        }

        private void fail(Throwable fault) {
            String problem = Faults.problem(fault, job.id());
            if (fault instanceof JobFailed) {
                LOG.warnf("%s %s failed: %s", kind, job.id(), problem);
            } else {
                LOG.errorf(fault, "%s %s failed", kind, job.id());
            }
            Object report = fault instanceof JobFailed known ? known.report() : null;
            faults.flush();
            warnings.flush();
            if (!store.fail(job, problem, report)) {
                LOG.warnf("%s %s had ended before it failed", kind, job.id());
            }
        }

        @Override
        public UUID id() {
            return job.id();
        }

        @Override
        public InputStream input() {
            return new JobInput(part -> uploads.part(session, job.id(), part));
        }

        @Override
        public String inputSha256() {
            return job.inputSha256();
        }

        @Override
        public LineFaults faults() {
            return faults;
        }

        @Override
        public LineFaults warnings() {
            return warnings;
        }

        @Override
        public void progress(String step, long done, Long total) {
            endWhereStopping();
            if (!store.progress(session, job, step, done, total)) {
                throw new RunEnded("another worker has %s %s by now".formatted(kind, job.id()));
            }
        }

        @Override
        public void checkpoint() {
            endWhereStopping();
            if (!session.holds(lock)) {
                throw new RunEnded("the worker for %s has lost its lock".formatted(kind));
            }
        }

        @Override
        public void hold() {
            endWhereStopping();
            store.hold(job);
        }

        /** A stopping worker completes nothing, because what an interrupted run has to report may be half of it. */
        @Override
        public void complete(Object report) {
            endWhereStopping();
            faults.flush();
            warnings.flush();
            store.complete(job, report);
        }

        private void endWhereStopping() {
            if (stopping) {
                throw new RunEnded("the service stops");
            }
        }
    }
}
