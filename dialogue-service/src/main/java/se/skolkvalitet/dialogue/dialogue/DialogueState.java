package se.skolkvalitet.dialogue.dialogue;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** An organiser is invited to a dialogue when its round is opened; the dialogue is planned when it has its meetings. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {"invited", "planned"})
public enum DialogueState implements Code {
    INVITED,
    PLANNED;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
