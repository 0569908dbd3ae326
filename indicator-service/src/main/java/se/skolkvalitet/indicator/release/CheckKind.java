package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

@Schema(
        description =
                "`fewer-values` where fewer areas have a value than the year before, `lost-values` where fewer have one than in"
                        + " the release before, `jump` where a value of a large area is much other than in either.")
public enum CheckKind implements Term {
    FEWER_VALUES,
    LOST_VALUES,
    JUMP
}
