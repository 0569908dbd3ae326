package se.skolkvalitet.kit.events;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import se.skolkvalitet.embedded.EmbeddedBroker;
import se.skolkvalitet.embedded.Ports;
import se.skolkvalitet.embedded.Topic;

/**
 * A broker of a test class's own, which can go away and come back with its data. The clients' time limits are short, so
 * that an outage of some seconds is longer than each of them, as one of hours is in life.
 */
public class PassingBroker implements QuarkusTestResourceLifecycleManager {
    private final int port = Ports.free();
    private Path directory;
    private EmbeddedBroker broker;

    /** After the stack that all tests share, whose broker this one takes the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("passing-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comesBack();
        broker.createTopics(Topic.declared());
        return new HashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "kafka.delivery.timeout.ms", "2000",
                "kafka.request.timeout.ms", "1000",
                "kafka.max.block.ms", "1000",
                "kafka.default.api.timeout.ms", "1500"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PassingBroker.class));
    }

    void goesAway() {
        broker.close();
        broker = null;
    }

    void comesBack() {
        broker = EmbeddedBroker.start(directory, port);
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
