package se.skolkvalitet.kit.jobs;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A job of a kind of its own, that does in each run what the test wants. */
final class Scripted implements JobHandler<Scripted.Parameters> {
    private final String kind = "scripted-" + UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();
    private final Script script;

    record Parameters(String text) {}

    record Report(String by) {}

    /** What one run does. */
    interface Script {
        /** @param number 1 for the first run, whoever does it */
        Object run(JobRun run, int number) throws Exception;
    }

    Scripted(Script script) {
        this.script = script;
    }

    int runs() {
        return runs.get();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public Object run(JobRun run, Parameters parameters) {
        try {
            return script.run(run, runs.incrementAndGet());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("wrapped", e);
        }
    }
}
