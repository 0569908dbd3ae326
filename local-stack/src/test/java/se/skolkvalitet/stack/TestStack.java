package se.skolkvalitet.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Local stacks for end-to-end tests: on free ports, in a temporary folder. */
public final class TestStack {
    private TestStack() {}

    public static Path projectRoot() {
        return Path.of(System.getProperty("project.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    public static LocalStack start() {
        return LocalStack.start(StackOptions.onFreePorts(projectRoot(), Optional.empty()), silence());
    }

    /** A session with a service's database, as the service itself has. */
    public static Connection connect(LocalStack stack, ServiceKind service) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(service), service.database(), service.database());
    }

    public static Consumer<String> silence() {
        return line -> {};
    }
}
