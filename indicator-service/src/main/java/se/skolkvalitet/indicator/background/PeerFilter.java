package se.skolkvalitet.indicator.background;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whose peers are asked for. */
public class PeerFilter {
    @QueryParam("organiser")
    @Parameter(description = "Organisation number.", example = "2120000142")
    public String organiser;

    @QueryParam("schoolForm")
    @Parameter(description = "School form.", example = "grundskola")
    public String schoolForm;
}
