package se.skolkvalitet.framework.edition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

/** What is told of a share that few have, or few have not. */
@Schema(
        description =
                "What becomes of a share where so few of a large enough group have what it is of, or have it not: it is"
                        + " withheld, or told as nearly 0 or nearly 100. Where it is not said, withheld.")
public enum FewTold implements Term {
    /** Nothing. */
    WITHHELD,
    /** That it is nearly 0 or nearly 100, as the source has it: {@code ~0}, {@code ~100}. */
    ROUNDED
}
