package se.skolkvalitet.kit.events;

/**
 * What a service does with the events of one type. Called in a transaction that also remembers the event, once for
 * each new version of an aggregate, in order; a repeated or older event never gets here.
 *
 * @param <T> the record that the event's data is read into
 */
public interface EventHandler<T> {
    String type();

    Class<T> dataType();

    /**
     * @throws UnreadableEvent or any {@link IllegalArgumentException} where the event can never be taken in: it goes
     *     to the dead letters at once. After any other exception it is tried again, first soon, then less often.
     */
    void handle(Received<T> event);

    /** An event with its data. */
    record Received<T>(String id, String subject, long version, T data) {}
}
