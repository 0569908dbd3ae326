package se.skolkvalitet.stack.national;

/** What a school unit is, and how many of them municipalities and independent organisers have. */
enum UnitKind {
    PRESCHOOL("förskolan", 6300, 2700),
    COMPULSORY("skolan", 3850, 950),
    ADAPTED("anpassade skolan", 250, 60),
    UPPER_SECONDARY("gymnasiet", 800, 540),
    ADULT("vuxenskolan", 340, 151),
    SPECIAL("specialskolan", 0, 0),
    SAMI("sameskolan", 0, 0);

    private final String noun;
    private final int municipal;
    private final int independent;

    UnitKind(String noun, int municipal, int independent) {
        this.noun = noun;
        this.municipal = municipal;
        this.independent = independent;
    }

    String noun() {
        return noun;
    }

    int municipal() {
        return municipal;
    }

    int independent() {
        return independent;
    }

    /** Every municipality has these; others are where many live. */
    boolean isEverywhere() {
        return this == PRESCHOOL || this == COMPULSORY || this == ADULT;
    }
}
