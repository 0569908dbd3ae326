package se.skolkvalitet.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.skolkvalitet.embedded.Ports;
import se.skolkvalitet.stack.national.NationalSize;

/**
 * How a local stack is started.
 *
 * @param projectRoot where the packaged services are, each in its module's {@code target/quarkus-app}
 * @param data where databases and the broker's log are kept; empty for a temporary folder
 * @param source folder with {@code school-units.ndjson} and {@code statistics-gr.ndjson}; empty for what is made up
 * @param national how much is made up of a whole country; empty for the small sample
 * @param exit stop after the main job
 */
public record StackOptions(
        Path projectRoot,
        Map<ServiceKind, Integer> ports,
        Optional<Path> data,
        Optional<Path> source,
        Optional<NationalSize> national,
        boolean exit) {
    private static final int USUAL_FIRST_PORT = 8081;
    private static final int LAST_FIRST_PORT = 65_535 - (ServiceKind.values().length - 1);

    public StackOptions {
        if (source.isPresent() && national.isPresent()) {
            throw new StackRefused("-Dstack.source and -Dstack.scale=national exclude each other.");
        }
    }

    /**
     * From the system properties {@code stack.root}, {@code stack.data}, {@code stack.source}, {@code stack.scale},
     * {@code stack.exit} and {@code stack.port}, the first of four ports that follow on each other.
     *
     * @throws StackRefused where they cannot be read or contradict each other
     */
    static StackOptions fromSystemProperties() {
        Path root =
                Path.of(System.getProperty("stack.root", ".")).toAbsolutePath().normalize();
        return new StackOptions(
                root,
                portsFrom(firstPort(System.getProperty("stack.port", ""))),
                directory(root, "stack.data"),
                directory(root, "stack.source"),
                scale(),
                Boolean.parseBoolean(System.getProperty("stack.exit", "false")));
    }

    /** For tests: free ports, a temporary folder. */
    public static StackOptions onFreePorts(Path projectRoot, Optional<Path> source) {
        Map<ServiceKind, Integer> ports = new EnumMap<>(ServiceKind.class);
        for (ServiceKind kind : ServiceKind.values()) {
            ports.put(kind, Ports.free());
        }
        return new StackOptions(projectRoot, ports, Optional.empty(), source, Optional.empty(), true);
    }

    /** The same, with databases and the broker's log in a folder that stays. */
    public StackOptions in(Path folder) {
        return new StackOptions(projectRoot, ports, Optional.of(folder), source, national, exit);
    }

    /**
     * Makes the folder for the data, too: only that shows whether it can be made.
     *
     * @throws StackRefused in one line, where the stack cannot start as asked
     */
    void check() {
        ports.forEach((kind, port) -> {
            if (!Ports.isFree(port)) {
                throw new StackRefused(
                        "Port %d, which %s needs, is taken by another program; choose four others with -Dstack.port=…"
                                .formatted(port, kind.artifact()));
            }
        });
        checkSource();
        for (ServiceKind kind : ServiceKind.values()) {
            if (!Files.exists(jar(kind))) {
                throw new StackRefused("%s is not packaged: there is no %s.".formatted(kind.artifact(), jar(kind)));
            }
        }
        data.ifPresent(StackOptions::make);
    }

    /** @throws StackRefused in one line, where the main job would lack its files, whoever started the services */
    void checkSource() {
        source.ifPresent(folder -> {
            for (String file : new String[] {"school-units.ndjson", "statistics-gr.ndjson"}) {
                if (!Files.isReadable(folder.resolve(file))) {
                    throw new StackRefused("There is no readable %s in %s.".formatted(file, folder));
                }
            }
        });
    }

    Path jar(ServiceKind kind) {
        return projectRoot.resolve(kind.artifact()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static void make(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new StackRefused(
                    "%s, which -Dstack.data names, is no folder and cannot be made one.".formatted(data));
        }
    }

    private static Map<ServiceKind, Integer> portsFrom(int first) {
        Map<ServiceKind, Integer> ports = new EnumMap<>(ServiceKind.class);
        for (ServiceKind kind : ServiceKind.values()) {
            ports.put(kind, first + kind.ordinal());
        }
        return ports;
    }

    private static int firstPort(String text) {
        try {
            int port = text.isBlank() ? USUAL_FIRST_PORT : Integer.parseInt(text.strip());
            if (port >= 1 && port <= LAST_FIRST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new StackRefused(
                "-Dstack.port must be a whole number from 1 to %d, not '%s'.".formatted(LAST_FIRST_PORT, text));
    }

    private static Optional<NationalSize> scale() {
        String scale = System.getProperty("stack.scale", "");
        return switch (scale) {
            case "", "sample" -> Optional.empty();
            case "national" -> Optional.of(NationalSize.fromSystemProperties());
            default -> throw new StackRefused("-Dstack.scale must be sample or national, not '%s'.".formatted(scale));
        };
    }

    /** A relative path is meant from the project's root, where the command is given. */
    private static Optional<Path> directory(Path root, String property) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(text -> !text.isBlank())
                .map(text -> root.resolve(text).normalize());
    }
}
