package se.skolkvalitet.dialogue.planning;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** The three meetings that a dialogue consists of, in their order. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"introduction", "dialogue", "feedback"})
public enum MeetingKind implements Code {
    /** Digital: purpose, framework, analysis document. */
    INTRODUCTION,
    /** At the organiser's place, half a day. */
    DIALOGUE,
    /** Digital: reflection on what was agreed. */
    FEEDBACK;

    public boolean isDigital() {
        return this != DIALOGUE;
    }

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
