package se.skolkvalitet.kit.events;

/** Names that the suite adds to the CloudEvents envelope. */
public final class CloudEvents {
    /** Extension attribute: since when the producing database has had the history that the event belongs to. */
    public static final String EPOCH = "epoch";

    /** Extension attribute: the aggregate's version, higher with each of its events in an epoch. */
    public static final String VERSION = "aggregateversion";

    private CloudEvents() {}
}
