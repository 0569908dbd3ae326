package se.skolkvalitet.kit.events;

/**
 * What a service does with the events of one type: first, outside any transaction, it fetches what the event links to;
 * then it writes, in the transaction that also remembers the event. Called for each new version of an aggregate, in
 * order; a repeated or older event never gets here. For an event that carries the whole state there is
 * {@link StateHandler}.
 *
 * @param <T> the record that the event's data is read into
 */
public interface EventHandler<T> {
    String type();

    Class<T> dataType();

    /**
     * Fetches, checks and reads whatever the write needs. It may be called again for the same event, so it changes
     * nothing itself.
     *
     * @return the write: statements of this service's database and nothing else, no call to a neighbour, no other
     *     thread
     * @throws UnreadableEvent or any {@link IllegalArgumentException}, here or in the write, where the event can never
     *     be taken in: it goes to the dead letters at once. After any other exception it is tried again, first soon,
     *     then less often.
     */
    Write prepare(Received<T> event);

    /** What is to be done in the transaction that remembers the event. */
    @FunctionalInterface
    interface Write {
        void run();
    }

    /** An event with its data. */
    record Received<T>(String id, String subject, long version, T data) {}
}
