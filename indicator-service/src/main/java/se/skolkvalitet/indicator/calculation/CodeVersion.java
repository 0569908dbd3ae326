package se.skolkvalitet.indicator.calculation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which code is running: what anyone needs to make the same figures again. */
@ApplicationScoped
public class CodeVersion {
    private static final String FILE = "/commit";

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    /**
     * The commit that the service was built from, in full, with {@code -modified} where files of it were changed; the version where
     * the sources were no checkout.
     */
    public String text() {
        try (InputStream file = CodeVersion.class.getResourceAsStream(FILE)) {
            String commit = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? version : commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
