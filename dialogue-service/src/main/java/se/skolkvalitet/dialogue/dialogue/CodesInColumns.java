package se.skolkvalitet.dialogue.dialogue;

import java.util.List;
import se.skolkvalitet.dialogue.planning.MeetingKind;
import se.skolkvalitet.kit.db.CodeColumns;

/** The codes that dialogues and meetings have as columns. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(DialogueState.class, MeetingKind.class, RoundCode.class));
    }
}
