package se.skolkvalitet.kit.events;

/** What a service does with events that carry the whole state of an aggregate: it writes, and fetches nothing. */
public interface StateHandler<T> extends EventHandler<T> {

    /** Runs in the transaction that remembers the event; what holds for {@link EventHandler.Write} holds here. */
    void handle(Received<T> event);

    @Override
    default Write prepare(Received<T> event) {
        return () -> handle(event);
    }
}
