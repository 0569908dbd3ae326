package se.skolkvalitet.kit.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements longer than a few lines live in a file beside the class that runs them. */
public final class Sql {
    private Sql() {}

    /** The text of {@code name.sql} in the package of the class. */
    public static String load(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no " + name + ".sql beside " + beside.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
