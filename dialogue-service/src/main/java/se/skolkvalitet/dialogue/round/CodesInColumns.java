package se.skolkvalitet.dialogue.round;

import java.util.List;
import se.skolkvalitet.kit.db.CodeColumns;

/** The codes that only rounds have as columns; what they share with their dialogues is named there. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(RoundState.class));
    }
}
