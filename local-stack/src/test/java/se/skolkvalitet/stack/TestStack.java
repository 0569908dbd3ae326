package se.skolkvalitet.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Local stacks for end-to-end tests: on free ports, in a temporary folder. */
final class TestStack {
    private TestStack() {}

    static Path projectRoot() {
        return Path.of(System.getProperty("project.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    static LocalStack start() {
        return LocalStack.start(StackOptions.onFreePorts(projectRoot(), Optional.empty()), silence());
    }

    static Consumer<String> silence() {
        return line -> {};
    }
}
