package se.skolkvalitet.dialogue.dialogue;

import jakarta.ws.rs.QueryParam;

/** Which dialogues are asked for. */
public class DialogueFilter {
    @QueryParam("round")
    public RoundCode round;

    @QueryParam("office")
    public String office;

    @QueryParam("organiser")
    public String organiser;

    @QueryParam("state")
    public DialogueState state;
}
