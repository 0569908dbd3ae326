package se.skolkvalitet.framework.edition;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.skolkvalitet.kit.text.Code;

/** The nine school forms, and fritidshem, which is none but has its own national goal. */
@Schema(
        type = SchemaType.STRING,
        enumeration = {
            "forskola",
            "forskoleklass",
            "grundskola",
            "anpassad-grundskola",
            "specialskola",
            "sameskola",
            "gymnasieskola",
            "anpassad-gymnasieskola",
            "komvux",
            "fritidshem"
        })
public enum SchoolForm implements Code {
    FORSKOLA("förskola", "preschool"),
    FORSKOLEKLASS("förskoleklass", "preschool class"),
    GRUNDSKOLA("grundskola", "compulsory school"),
    ANPASSAD_GRUNDSKOLA("anpassad grundskola", "adapted compulsory school"),
    SPECIALSKOLA("specialskola", "special school"),
    SAMESKOLA("sameskola", "Sami school"),
    GYMNASIESKOLA("gymnasieskola", "upper secondary school"),
    ANPASSAD_GYMNASIESKOLA("anpassad gymnasieskola", "adapted upper secondary school"),
    KOMVUX("kommunal vuxenutbildning", "municipal adult education"),
    FRITIDSHEM("fritidshem", "school-age educare");

    private final Text label;

    SchoolForm(String swedish, String english) {
        this.label = new Text(swedish, english);
    }

    public Text label() {
        return label;
    }

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
