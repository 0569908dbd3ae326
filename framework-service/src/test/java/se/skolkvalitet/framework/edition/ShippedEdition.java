package se.skolkvalitet.framework.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.skolkvalitet.kit.test.Contracts;

/** The whole edition that the local stack publishes, to change as a test needs it. */
final class ShippedEdition {
    private static final Path FILE =
            Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json");

    private ShippedEdition() {}

    static ObjectNode read() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(Files.readString(FILE));
    }
}
