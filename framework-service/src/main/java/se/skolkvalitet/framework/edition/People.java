package se.skolkvalitet.framework.edition;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

/** Whom figures are about, and so who could be recognised by them. */
@Schema(
        description =
                "Whom figures are about: pupils, of whom nothing is told where they are too few, or nobody who has to be hidden."
                        + " Where it is not said, pupils.")
public enum People implements Term {
    /** Children and pupils, whatever they are called in their school form. */
    PUPILS,
    /** Positions, staff, schools: nobody to hide. */
    NOBODY
}
