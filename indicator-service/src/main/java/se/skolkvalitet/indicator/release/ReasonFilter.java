package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

@Schema(description = "Whether somebody has explained what was found.")
public enum ReasonFilter implements Term {
    GIVEN,
    MISSING
}
