package se.skolkvalitet.indicator.value;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.release.ReleaseKey;
import se.skolkvalitet.kit.problem.ProblemException;

/**
 * Which values are asked for: each parameter may be repeated or hold several values with commas between them. {@link
 * ValueCodes} tells those that do not exist.
 */
public class ValueFilter {
    private static final String SEVERAL = " Several by repeating the parameter, or with commas between them.";

    @QueryParam("indicator")
    @Parameter(description = "Indicator codes." + SEVERAL, example = "GR-MERIT-9")
    public List<String> indicator;

    @QueryParam("area")
    @Parameter(
            description =
                    "Codes of school units (eight digits), organisers (ten), municipalities (four), counties (two);"
                            + " `00` for the nation." + SEVERAL)
    public List<String> area;

    @QueryParam("level")
    @Parameter(
            description = "Levels." + SEVERAL,
            schema = @Schema(type = SchemaType.ARRAY, implementation = Level.class))
    public List<String> level;

    @QueryParam("period")
    @Parameter(description = "Periods such as 2024/25 or 2024." + SEVERAL)
    public List<String> period;

    @QueryParam("schoolForm")
    @Parameter(description = "School forms." + SEVERAL)
    public List<String> schoolForm;

    @QueryParam("sex")
    @Parameter(description = "T for all, F for girls and women, M for boys and men." + SEVERAL)
    public List<String> sex;

    @QueryParam("release")
    @DefaultValue("latest")
    @Parameter(description = ReleaseKey.IN_WORDS)
    public ReleaseKey release;

    String[] indicators() {
        return values("indicator", indicator);
    }

    String[] areas() {
        return values("area", area);
    }

    String[] levels() {
        return values("level", level);
    }

    String[] periods() {
        return values("period", period);
    }

    String[] schoolForms() {
        return values("schoolForm", schoolForm);
    }

    String[] sexes() {
        return values("sex", sex);
    }

    /** The single values of a parameter; empty where it was not given, which means no restriction. */
    private static String[] values(String name, List<String> parameter) {
        Stream<String> given = parameter == null ? Stream.empty() : parameter.stream();
        String[] values = given.flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toArray(String[]::new);
        if (Arrays.asList(values).contains("")) {
            throw ProblemException.invalid(
                    name, "empty", "The parameter '%s' has an empty value between its commas.".formatted(name));
        }
        return values;
    }
}
