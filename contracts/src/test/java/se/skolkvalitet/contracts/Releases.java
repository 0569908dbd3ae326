package se.skolkvalitet.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was released: a folder for each version under {@code contracts/released}, and a heading in {@code CHANGELOG.md}. */
final class Releases {
    private static final Path CONTRACTS = Path.of(System.getProperty("project.root", ".."), "contracts");
    private static final Pattern HEADING = Pattern.compile("^## ([0-9.]+) - ", Pattern.MULTILINE);

    private Releases() {}

    /** The contracts of today. */
    static Path today() {
        return CONTRACTS;
    }

    /** The folders of all released versions, the oldest first. */
    static List<Path> all() {
        Path released = CONTRACTS.resolve("released");
        if (!Files.exists(released)) {
            return List.of();
        }
        return list(released).stream()
                .sorted(Comparator.comparing(
                        folder -> Version.parse(folder.getFileName().toString())))
                .toList();
    }

    static Optional<Path> latest() {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The versions that the changelog tells of. */
    static List<String> told() {
        Path changelog = CONTRACTS.resolve("../CHANGELOG.md");
        if (!Files.exists(changelog)) {
            return List.of();
        }
        return told(read(changelog));
    }

    static List<String> told(String changelog) {
        return HEADING.matcher(changelog)
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
