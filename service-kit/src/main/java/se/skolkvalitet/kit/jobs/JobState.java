package se.skolkvalitet.kit.jobs;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** Where a job is in its life. A job that is given back or was cut off is queued or running again. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"queued", "running", "completed", "failed"})
public enum JobState implements Code {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
