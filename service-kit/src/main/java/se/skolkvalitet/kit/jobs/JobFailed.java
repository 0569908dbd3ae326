package se.skolkvalitet.kit.jobs;

/** The work cannot be done; the message tells the caller why. The report says more where there is one. */
public class JobFailed extends RuntimeException {
    private final transient Object report;

    public JobFailed(String message, Object report) {
        super(message);
        this.report = report;
    }

    public JobFailed(String message) {
        this(message, null);
    }

    public Object report() {
        return report;
    }
}
