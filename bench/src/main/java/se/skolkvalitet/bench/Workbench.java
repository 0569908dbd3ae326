package se.skolkvalitet.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.skolkvalitet.stack.LocalStack;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** The running suite with a country in it, and what rows need to measure it. */
final class Workbench implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration LOOK_AT_LONG_WORK_EVERY = Duration.ofMillis(200);

    private final LocalStack stack;
    private final BenchOptions options;
    private final Path country;
    private final Consumer<String> progress;
    private final Map<ServiceKind, Database> databases = new EnumMap<>(ServiceKind.class);

    /** @param country the folder with the register and the statistics that were taken in */
    Workbench(LocalStack stack, BenchOptions options, Path country, Consumer<String> progress) {
        this.stack = stack;
        this.options = options;
        this.country = country;
        this.progress = progress;
    }

    LocalStack stack() {
        return stack;
    }

    BenchOptions options() {
        return options;
    }

    Path units() {
        return country.resolve("school-units.ndjson");
    }

    Path statistics() {
        return country.resolve("statistics-gr.ndjson");
    }

    /** Where a row may put files; it goes with the stack. */
    Path folder() {
        return stack.directory();
    }

    Database database(ServiceKind kind) {
        return databases.computeIfAbsent(kind, first -> new Database(stack.jdbcUrl(kind)));
    }

    Api api(ServiceKind kind) {
        return new Api(kind.artifact(), stack.url(kind), LOOK_EVERY);
    }

    /** For work of minutes, in which some tenths of a second are nothing, and asking more often would be work of its own. */
    Api apiOfLongWork(ServiceKind kind) {
        return new Api(kind.artifact(), stack.url(kind), LOOK_AT_LONG_WORK_EVERY);
    }

    void say(String line) {
        progress.accept("    " + line);
    }

    /**
     * Ours, the yardstick, ours, the yardstick, … once more than is counted: the first pair warms both up.
     *
     * @param turn measures both once, ours first
     */
    <T> List<T> inTurn(String what, Supplier<T> turn) {
        return inTurn(what, options.repetitions(), turn);
    }

    /** The same, as often as a row says that needs minutes for each. */
    <T> List<T> inTurn(String what, int repetitions, Supplier<T> turn) {
        List<T> turns = new ArrayList<>();
        for (int i = 0; i <= repetitions; i++) {
            T figures = turn.get();
            progress.accept(
                    "    %s, %s: %s".formatted(what, i == 0 ? "to warm up" : i + " of " + repetitions, figures));
            if (i > 0) {
                turns.add(figures);
            }
        }
        return turns;
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }
}
