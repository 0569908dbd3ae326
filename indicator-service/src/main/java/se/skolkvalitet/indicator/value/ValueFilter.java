package se.skolkvalitet.indicator.value;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.InvalidValue;

/** Which values are asked for: each parameter may be repeated or hold several values with commas between them. */
public class ValueFilter {
    @QueryParam("indicator")
    @Parameter(description = "Indicator codes.", example = "GR-MERIT-9")
    public List<String> indicator;

    @QueryParam("area")
    @Parameter(description = "Codes of school units, organisers, municipalities, counties; `00` for the nation.")
    public List<String> area;

    @QueryParam("level")
    @Parameter(description = "school-unit, organiser, municipality, county, nation.")
    public List<String> level;

    @QueryParam("period")
    @Parameter(description = "Periods such as 2024/25 or 2024.")
    public List<String> period;

    @QueryParam("schoolForm")
    @Parameter(description = "School forms.")
    public List<String> schoolForm;

    @QueryParam("sex")
    @Parameter(description = "T for all.")
    public List<String> sex;

    @QueryParam("release")
    @DefaultValue("latest")
    @Parameter(description = "A release number, or latest.")
    public String release;

    /** The single values of a parameter; empty where it was not given, which means no restriction. */
    static String[] values(List<String> parameter) {
        Stream<String> given = parameter == null ? Stream.empty() : parameter.stream();
        return given.flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toArray(String[]::new);
    }

    String[] levels() {
        String[] levels = values(level);
        for (String one : levels) {
            try {
                Codes.parse(Level.class, one);
            } catch (InvalidValue refused) {
                throw ProblemException.invalid("level", refused.rule(), refused.getMessage() + ".");
            }
        }
        return levels;
    }
}
