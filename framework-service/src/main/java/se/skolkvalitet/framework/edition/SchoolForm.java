package se.skolkvalitet.framework.edition;

import se.skolkvalitet.kit.text.Term;

/** The nine school forms, and fritidshem, which is none but has its own national goal. */
public enum SchoolForm implements Term {
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
}
