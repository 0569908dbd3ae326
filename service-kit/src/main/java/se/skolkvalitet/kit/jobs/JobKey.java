package se.skolkvalitet.kit.jobs;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;
import se.skolkvalitet.kit.text.InvalidValue;

/** Which job of a kind is meant: its id; or {@code latest}, the one that was asked for last. */
@Schema(
        type = SchemaType.STRING,
        pattern = "^(latest|[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12})$",
        examples = "latest")
public record JobKey(String value) implements Code {
    private static final String LATEST = "latest";

    public JobKey {
        if (!value.matches(LATEST + "|[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}")) {
            throw new InvalidValue("pattern", "'%s' is not the UUID of a job, nor latest", value);
        }
    }

    boolean isLatest() {
        return value.equals(LATEST);
    }

    UUID id() {
        return UUID.fromString(value);
    }
}
