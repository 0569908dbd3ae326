package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

@Schema(
        description =
                "`major` where it means something else than before, because a definition or an area changed; `minor` where"
                        + " figures were added or corrected.")
public enum ChangeSeverity implements Term {
    MAJOR,
    MINOR
}
