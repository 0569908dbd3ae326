package se.skolkvalitet.indicator.release;

import java.util.List;
import se.skolkvalitet.kit.db.CodeColumns;

/** The codes that are attributes of releases. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(ReleaseState.class));
    }
}
