package se.skolkvalitet.kit.events;

/** What a service does with events that carry the whole state of an aggregate: it writes them, and fetches nothing. */
public interface StateHandler<T> extends EventHandler<T, T> {

    @Override
    default T prepare(Received<T> event) {
        return event.data();
    }
}
