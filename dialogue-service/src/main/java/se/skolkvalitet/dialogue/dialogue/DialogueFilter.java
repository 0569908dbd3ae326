package se.skolkvalitet.dialogue.dialogue;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which dialogues are asked for. A code that is not known is refused. */
public class DialogueFilter {
    @QueryParam("round")
    @Parameter(description = RoundCode.IN_WORDS)
    public RoundCode round;

    @QueryParam("office")
    @Parameter(description = "Code of the office that answers for the organiser.")
    public String office;

    @QueryParam("organiser")
    @Parameter(description = "Organisation number, ten digits.")
    public String organiser;

    @QueryParam("state")
    public DialogueState state;
}
