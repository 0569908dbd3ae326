package se.skolkvalitet.kit.events;

/** Names that the suite adds to the CloudEvents envelope. */
public final class CloudEvents {
    /** Extension attribute: the aggregate's version, higher with each of its events. */
    public static final String VERSION = "aggregateversion";

    private CloudEvents() {}
}
