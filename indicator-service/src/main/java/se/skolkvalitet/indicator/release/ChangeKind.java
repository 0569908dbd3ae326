package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

@Schema(description = "What has become of it.")
public enum ChangeKind implements Term {
    ADDED,
    REMOVED,
    CHANGED,
    /** Only what it is called. */
    RENAMED
}
