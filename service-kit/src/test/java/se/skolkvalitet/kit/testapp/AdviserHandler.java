package se.skolkvalitet.kit.testapp;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.skolkvalitet.kit.events.StateHandler;

/** Follows another topic than {@link OfficeHandler}. */
@Singleton
public class AdviserHandler implements StateHandler<AdviserHandler.Adviser> {
    public static final String TOPIC = "regional.advisers";
    public static final String TYPE = "se.skolkvalitet.regional.adviser.v1";

    public final List<String> heard = new CopyOnWriteArrayList<>();

    public record Adviser(String id) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Adviser> dataType() {
        return Adviser.class;
    }

    @Override
    public void handle(Received<Adviser> event) {
        heard.add(event.subject());
    }
}
