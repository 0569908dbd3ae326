package se.skolkvalitet.kit.events;

import java.util.List;

/**
 * What a service does with the events of one type: first, outside any transaction, it fetches what each event links to;
 * then it writes many of them together, in the transaction that also remembers them. Each new version of an aggregate
 * gets here once and in order; a repeated or older one never does. For events that carry the whole state there is
 * {@link StateHandler}.
 *
 * @param <T> the record that an event's data is read into
 * @param <P> what is written of an event
 */
public interface EventHandler<T, P> {
    String type();

    Class<T> dataType();

    /**
     * Fetches, checks and reads whatever the write needs. It may be called again for the same event, so it changes
     * nothing itself.
     *
     * @throws UnreadableEvent or any {@link IllegalArgumentException}, here or in the write, where the event can never
     *     be taken in: it goes to the dead letters at once, with the message for a reason, which therefore names no
     *     classes. After any other exception it is tried again, first soon, then less often.
     */
    P prepare(Received<T> event);

    /**
     * Statements of this service's database and nothing else, no call to a neighbour, no other thread. When it fails
     * for several events, they are written again fewer at a time, down to the one that is at fault.
     *
     * @param prepared never empty, each of another aggregate, so that one statement can write them all
     */
    void write(List<P> prepared);

    /** An event with its data. */
    record Received<T>(String id, String subject, long version, T data) {}
}
