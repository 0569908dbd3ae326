package se.skolkvalitet.indicator.calculation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which code is running: what anyone needs to make the same figures again. */
@ApplicationScoped
public class CodeVersion {
    private static final String FILE = "/build.properties";

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    /**
     * The commit that the service was built from, in full, with {@code -modified} where files of it were changed; the version where
     * the sources were no checkout.
     */
    public String text() {
        try (InputStream file = CodeVersion.class.getResourceAsStream(FILE)) {
            if (file == null) {
                return version;
            }
            Properties build = new Properties();
            build.load(file);
            return text(build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Properties build) {
        String commit = build.getProperty("git.commit.id.full", version);
        return Boolean.parseBoolean(build.getProperty("git.dirty")) ? commit + "-modified" : commit;
    }
}
