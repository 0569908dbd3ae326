package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

@Schema(description = "A release that was corrected is there still, and says by which.")
public enum ReleaseState implements Term {
    /** Being made, or waiting for what its checks have found to be explained. */
    DRAFT,
    /** Nothing keeps it from being published. */
    CHECKED,
    PUBLISHED,
    /** Another has taken its place. */
    CORRECTED
}
