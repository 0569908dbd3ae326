package se.skolkvalitet.indicator.release;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Term;

@Schema(description = "Of what something is other than before.")
public enum ChangeSubject implements Term {
    /** How the values of an indicator are calculated for a school form. */
    DEFINITION,
    /** A school unit, or of which school units an area is made. */
    AREA,
    VALUE
}
